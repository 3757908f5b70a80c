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

  private static final Field<Integer> GROUP = DSL.field(DSL.name("g"), SQLDataType.INTEGER);
  private static final Field<Integer> ID =
      DSL.field(DSL.name("id"), SQLDataType.INTEGER.nullable(false));
  private static final List<Integer> PLACE = List.of(3, 4);

  @Test
  void whatIsBeyondARowOfAnAscendingOrderIsGreaterAndBackwardLess() {
    KeysetOrder order = KeysetOrder.ascending(GROUP, ID);

    assertThat(order.beyond(PLACE, false)).isEqualTo(DSL.row(GROUP, ID).gt(3, 4));
    assertThat(order.beyond(PLACE, true)).isEqualTo(DSL.row(GROUP, ID).lt(3, 4));
    assertThat(order.sortFields(false)).isEqualTo(List.of(GROUP.asc(), ID.asc()));
    assertThat(order.sortFields(true)).isEqualTo(List.of(GROUP.desc(), ID.desc()));
  }

  @Test
  void whatIsBeyondARowOfADescendingOrderIsLessAndBackwardGreater() {
    KeysetOrder order = KeysetOrder.descending(GROUP, ID);

    assertThat(order.beyond(PLACE, false)).isEqualTo(DSL.row(GROUP, ID).lt(3, 4));
    assertThat(order.beyond(PLACE, true)).isEqualTo(DSL.row(GROUP, ID).gt(3, 4));
    assertThat(order.sortFields(false)).isEqualTo(List.of(GROUP.desc(), ID.desc()));
    assertThat(order.sortFields(true)).isEqualTo(List.of(GROUP.asc(), ID.asc()));
  }

  @Test
  void anOrderOfOneColumnComparesNoRows() {
    List<Integer> place = List.of(4);

    assertThat(KeysetOrder.ascending(ID).beyond(place, false)).isEqualTo(ID.gt(4));
    assertThat(KeysetOrder.ascending(ID).beyond(place, true)).isEqualTo(ID.lt(4));
    assertThat(KeysetOrder.descending(ID).beyond(place, false)).isEqualTo(ID.lt(4));
    assertThat(KeysetOrder.descending(ID).beyond(place, true)).isEqualTo(ID.gt(4));
  }

  @Test
  void onlyColumnsThatMayBeNullAreAskedWhetherTheyAre() {
    assertThat(KeysetOrder.ascending(GROUP, ID).isComplete()).isEqualTo(GROUP.isNotNull());
    assertThat(KeysetOrder.ascending(ID).isComplete()).isEqualTo(DSL.noCondition());
  }

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
