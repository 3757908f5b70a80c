package dev.taskstore.db;

import static dev.taskstore.db.TaskTables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.statement.KeysetSort;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class KeysetOrderTest {

  @Test
  void ordersOfOtherColumnsOrDirectionsAreToldApart() {
    List<Integer> fingerprints =
        List.of(
            KeysetOrder.ascending(TASKS.TITLE, TASKS.ID).fingerprint(),
            KeysetOrder.descending(TASKS.TITLE, TASKS.ID).fingerprint(),
            KeysetOrder.ascending(TASKS.ID, TASKS.TITLE).fingerprint(),
            KeysetOrder.ascending(TASKS.CREATED_AT, TASKS.ID).fingerprint(),
            KeysetOrder.ascending(TASKS.ID).fingerprint(),
            KeysetOrder.of(TASKS.TITLE.asc(), TASKS.ID.desc()).fingerprint(),
            KeysetOrder.of(TASKS.TITLE.desc(), TASKS.ID.asc()).fingerprint(),
            KeysetOrder.ascending(TASKS.DUE_AT).fingerprint(),
            KeysetOrder.of(TASKS.DUE_AT.asc().nullsFirst()).fingerprint(),
            KeysetOrder.ascending(DSL.lower(TASKS.TITLE)).fingerprint(),
            KeysetOrder.ascending(DSL.lower(TASKS.TITLE.concat("a"))).fingerprint());

    assertThat(fingerprints).doesNotHaveDuplicates();
    assertThat(KeysetOrder.ascending(TASKS.TITLE, TASKS.ID).fingerprint())
        .isEqualTo(fingerprints.get(0));
    assertThat(KeysetOrder.of(TASKS.TITLE.asc(), TASKS.ID.asc()).fingerprint())
        .isEqualTo(fingerprints.get(0));
  }

  @Test
  void anOrderThatMayHaveTiesIsCompletedByTheKey() {
    assertThat(unique(KeysetOrder.descending(TASKS.TITLE)))
        .isEqualTo(KeysetOrder.descending(TASKS.TITLE, TASKS.ID).sort());
    assertThat(unique(KeysetOrder.of(TASKS.TITLE.desc(), TASKS.CREATED_AT.asc())))
        .isEqualTo(
            KeysetOrder.of(TASKS.TITLE.desc(), TASKS.CREATED_AT.asc(), TASKS.ID.asc()).sort());
    assertThat(unique(KeysetOrder.of(TASKS.ID.desc(), TASKS.TITLE.asc())))
        .isEqualTo(KeysetOrder.of(TASKS.ID.desc(), TASKS.TITLE.asc()).sort());
    assertThat(KeysetQuery.from(TASKS).orderBy(KeysetOrder.ascending(TASKS.TITLE)).order().sort())
        .isEqualTo(KeysetOrder.ascending(TASKS.TITLE, TASKS.ID).sort());
  }

  private static KeysetSort unique(KeysetOrder order) {
    return order.uniqueIn(TASKS, List.of(TASKS.ID)).sort();
  }

  @Test
  void aTableWithoutKeyHasNoPages() {
    var log = DSL.table(DSL.name("log"));

    assertThatThrownBy(() -> KeysetOrder.ascending(TASKS.TITLE).uniqueIn(log, List.of()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("log has no primary key");
  }

  @Test
  void anOrderHasAtMost32Columns() {
    assertThatThrownBy(() -> KeysetOrder.ascending(Collections.nCopies(33, TASKS.ID)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("32");
  }

  @Test
  void anOrderWithoutColumnsIsRefused() {
    assertThatThrownBy(KeysetOrder::ascending)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("at least one column");
    assertThatThrownBy(KeysetOrder::descending).isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void aColumnOfATypeThatNoCursorHoldsIsRefused() {
    Field<BigDecimal> price = DSL.field(DSL.name("price"), SQLDataType.NUMERIC);

    assertThatThrownBy(() -> KeysetOrder.ascending(price))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("BigDecimal");
  }
}
