package dev.taskstore;

import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.db.FixedQuery;
import dev.taskstore.db.mapping.RowReader;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Objects;
import org.jooq.AggregateFunction;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Counts the tasks of each user by status. */
final class StatisticsQuery {

  /**
   * Grouped in the order of the index and before the join, so that the join processes each user
   * once, not each task.
   */
  private static final Table<?> COUNTS =
      DSL.select(TASKS.USER_ID, TASKS.STATUS, DSL.count().as("tasks"))
          .from(TASKS)
          .groupBy(TASKS.USER_ID, TASKS.STATUS)
          .asTable("counts");

  private static final Field<TaskStatus> COUNTED_STATUS =
      Objects.requireNonNull(COUNTS.field(TASKS.STATUS));

  private static final Table<?> TOTALS =
      DSL.select(
              COUNTS.field(TASKS.USER_ID),
              sum().as("total"),
              sumOf(TaskStatus.PENDING).as("pending"),
              sumOf(TaskStatus.IN_PROGRESS).as("in_progress"),
              sumOf(TaskStatus.COMPLETED).as("completed"))
          .from(COUNTS)
          .groupBy(COUNTS.field(TASKS.USER_ID))
          .asTable("totals");

  static final FixedQuery BY_USER =
      FixedQuery.of(
          DSL.select(
                  USERS.ID,
                  USERS.USERNAME,
                  orZero("total"),
                  orZero("pending"),
                  orZero("in_progress"),
                  orZero("completed"))
              .from(USERS)
              .leftJoin(TOTALS)
              .on(USERS.ID.eq(TOTALS.field(TASKS.USER_ID)))
              .orderBy(USERS.USERNAME));

  private StatisticsQuery() {}

  static UserStatistics read(RowReader row) throws SQLException {
    return new UserStatistics(
        Objects.requireNonNull(row.uuid(1)),
        Objects.requireNonNull(row.text(2)),
        row.count(3),
        row.count(4),
        row.count(5),
        row.count(6));
  }

  /** Creates a new object each time, because filterWhere modifies it. */
  private static AggregateFunction<BigDecimal> sum() {
    return DSL.sum(COUNTS.field("tasks", Integer.class));
  }

  private static Field<BigDecimal> sumOf(TaskStatus status) {
    return sum().filterWhere(COUNTED_STATUS.eq(DSL.inline(status, TASKS.STATUS)));
  }

  private static Field<Long> orZero(String name) {
    return DSL.coalesce(TOTALS.field(name, Long.class), DSL.inline(0L));
  }
}
