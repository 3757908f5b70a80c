package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Changes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums and averages are exact for every type of number, and refused for every other type. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SumContract {

  private static final Set<Class<?>> NUMBERS =
      Set.of(Short.class, Integer.class, Long.class, BigDecimal.class);

  private final ValueTables values;

  SumContract(DialectFixture tck) {
    values = new ValueTables(tck);
  }

  final Stream<ValueTable<?, ?, ?, ?>> numbers() {
    return values.all.stream().filter(table -> NUMBERS.contains(table.other().getType()));
  }

  final Stream<ValueTable<?, ?, ?, ?>> otherTypes() {
    return values.all.stream().filter(table -> !NUMBERS.contains(table.other().getType()));
  }

  @BeforeEach
  final void startWithEmptyTables() {
    values.clear();
  }

  @AfterAll
  final void close() {
    values.close();
  }

  @SuppressWarnings("unchecked") // Other types must be refused at run time, too.
  private static TableField<?, ? extends Number> column(ValueTable<?, ?, ?, ?> table) {
    return (TableField<?, ? extends Number>) table.other();
  }

  private static BigDecimal decimal(Object value) {
    return new BigDecimal(value.toString());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  <T, M, D, C extends Changes<C>> void numbersAreAddedExactly(ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    table
        .repository()
        .insertAll(TypeContract.shuffled(inOrder).stream().map(v -> table.draft(v, v)).toList());
    T second = inOrder.get(1);
    T greatest = inOrder.get(inOrder.size() - 1);

    for (Condition condition :
        List.of(
            DSL.noCondition(),
            table.subject().ge(second),
            table.subject().le(second),
            table.subject().eq(greatest))) {
      var rows = table.repository().where(condition);
      List<T> found = rows.list().stream().map(table.otherOf()).toList();
      BigDecimal sum =
          found.stream().map(SumContract::decimal).reduce(BigDecimal.ZERO, BigDecimal::add);

      assertThat(rows.sum(column(table))).contains(sum);
      for (int scale : List.of(0, 3, 1000)) {
        assertThat(rows.average(column(table), scale))
            .contains(sum.divide(BigDecimal.valueOf(found.size()), scale, RoundingMode.HALF_UP));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("numbers")
  <T, M, D, C extends Changes<C>> void nullsAreNotAddedAndNoValueHasNoSum(
      ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    T value = inOrder.get(0);
    table.insert(inOrder.get(1), null);
    var all = table.repository().where(DSL.noCondition());

    assertThat(all.sum(column(table))).isEmpty();
    assertThat(all.average(column(table), 1)).isEmpty();
    assertThat(table.repository().where(DSL.falseCondition()).sum(column(table))).isEmpty();

    table.insert(value, value);
    assertThat(all.sum(column(table))).contains(decimal(value));
    assertThat(all.average(column(table), 1000)).contains(decimal(value).setScale(1000));
  }

  @ParameterizedTest
  @MethodSource("otherTypes")
  <T, M, D, C extends Changes<C>> void otherTypesAreRefused(ValueTable<T, M, D, C> table) {
    var rows = table.repository().where(DSL.noCondition());

    assertThatThrownBy(() -> rows.sum(column(table)))
        .isInstanceOfSatisfying(
            InvalidArgumentException.class,
            refused -> assertThat(refused.columns()).containsExactly("other"))
        .hasMessageContaining("other contains ");
    assertThatThrownBy(() -> rows.average(column(table), 2))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
