package dev.taskstore.db;

import static dev.taskstore.db.TaskTables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.math.BigDecimal;
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
            KeysetOrder.ascending(TASKS.ID).fingerprint());

    assertThat(fingerprints).doesNotHaveDuplicates();
    assertThat(KeysetOrder.ascending(TASKS.TITLE, TASKS.ID).fingerprint())
        .isEqualTo(fingerprints.get(0));
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
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BigDecimal");
  }
}
