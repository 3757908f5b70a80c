package dev.taskstore.db.internal.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetSortTest {

  private static final Field<Integer> GROUP = DSL.field(DSL.name("g"), SQLDataType.INTEGER);
  private static final Field<Integer> ID =
      DSL.field(DSL.name("id"), SQLDataType.INTEGER.nullable(false));
  private static final @Nullable Integer UNBOUND = null;
  private static final Field<Integer> UNBOUND_GROUP = DSL.val(UNBOUND, GROUP);
  private static final Field<Integer> UNBOUND_ID = DSL.val(UNBOUND, ID);

  private static KeysetSort ascending(Field<?>... fields) {
    return new KeysetSort(List.of(fields), false);
  }

  private static KeysetSort descending(Field<?>... fields) {
    return new KeysetSort(List.of(fields), true);
  }

  @Test
  void whatIsBeyondARowOfAnAscendingOrderIsGreaterAndBackwardLess() {
    KeysetSort sort = ascending(GROUP, ID);

    assertThat(sort.beyond(false)).isEqualTo(DSL.row(GROUP, ID).gt(UNBOUND_GROUP, UNBOUND_ID));
    assertThat(sort.beyond(true)).isEqualTo(DSL.row(GROUP, ID).lt(UNBOUND_GROUP, UNBOUND_ID));
    assertThat(sort.sortFields(false)).isEqualTo(List.of(GROUP.asc(), ID.asc()));
    assertThat(sort.sortFields(true)).isEqualTo(List.of(GROUP.desc(), ID.desc()));
  }

  @Test
  void whatIsBeyondARowOfADescendingOrderIsLessAndBackwardGreater() {
    KeysetSort sort = descending(GROUP, ID);

    assertThat(sort.beyond(false)).isEqualTo(DSL.row(GROUP, ID).lt(UNBOUND_GROUP, UNBOUND_ID));
    assertThat(sort.beyond(true)).isEqualTo(DSL.row(GROUP, ID).gt(UNBOUND_GROUP, UNBOUND_ID));
    assertThat(sort.sortFields(false)).isEqualTo(List.of(GROUP.desc(), ID.desc()));
    assertThat(sort.sortFields(true)).isEqualTo(List.of(GROUP.asc(), ID.asc()));
  }

  @Test
  void anOrderOfOneColumnComparesNoRows() {
    assertThat(ascending(ID).beyond(false)).isEqualTo(ID.gt(UNBOUND_ID));
    assertThat(ascending(ID).beyond(true)).isEqualTo(ID.lt(UNBOUND_ID));
    assertThat(descending(ID).beyond(false)).isEqualTo(ID.lt(UNBOUND_ID));
    assertThat(descending(ID).beyond(true)).isEqualTo(ID.gt(UNBOUND_ID));
  }

  @Test
  void onlyColumnsThatMayBeNullAreAskedWhetherTheyAre() {
    assertThat(ascending(GROUP, ID).isComplete()).isEqualTo(GROUP.isNotNull());
    assertThat(ascending(ID).isComplete()).isEqualTo(DSL.noCondition());
  }
}
