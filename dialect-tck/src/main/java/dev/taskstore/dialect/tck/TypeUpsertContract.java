package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Changes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Upserts with keys of every type. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TypeUpsertContract {

  private final ValueTables values;

  TypeUpsertContract(DialectFixture tck) {
    values = new ValueTables(tck);
  }

  final Stream<ValueTable<?, ?, ?, ?>> tables() {
    return values.all.stream();
  }

  @BeforeEach
  final void startWithEmptyTables() {
    values.clear();
  }

  @AfterAll
  final void close() {
    values.close();
  }

  @ParameterizedTest
  @MethodSource("tables")
  <T, M, D, C extends Changes<C>> void anUpsertInsertsAndThenUpdates(ValueTable<T, M, D, C> table) {
    List<T> inOrder = table.samples().inOrder();
    for (T value : inOrder) {
      M inserted = table.upsert().apply(table.draft(value, null));
      M updated = table.upsert().apply(table.draft(value, value));

      assertThat(table.otherOf().apply(inserted)).isNull();
      assertThat(table.otherOf().apply(updated)).isEqualTo(value);
      assertThat(table.repository().getById(value)).isEqualTo(updated);
    }
    assertThat(table.repository().count()).isEqualTo(inOrder.size());
    table
        .samples()
        .otherForms()
        .forEach(
            (given, stored) ->
                assertThat(table.upsert().apply(table.draft(given, null)))
                    .isEqualTo(table.upsert().apply(table.draft(stored, null))));
    for (T bad : table.samples().refused()) {
      assertThatThrownBy(() -> table.upsert().apply(table.draft(bad, null)))
          .isInstanceOf(InvalidArgumentException.class);
    }
  }
}
