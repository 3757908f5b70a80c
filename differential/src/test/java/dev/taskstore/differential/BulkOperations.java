package dev.taskstore.differential;

import dev.taskstore.db.KeyedSelection;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.differential.model.Edit;
import dev.taskstore.differential.model.ModelBulkChanges;
import java.util.List;
import java.util.function.Function;

/** The operations that change all rows which satisfy a condition. */
final class BulkOperations<M, D, L, C extends Changes<C>> {

  private final Form<M, D, L, C> form;
  private final List<Column<M, ?>> columns;

  BulkOperations(Form<M, D, L, C> form, List<Column<M, ?>> columns) {
    this.form = form;
    this.columns = columns;
  }

  void addTo(Catalogue catalogue) {
    catalogue.add(3, this::update);
    catalogue.add(2, this::delete);
  }

  private Operation update(Draw draw) {
    Filter<M> filter = Filter.draw(draw, columns, 2);
    List<Edit> edits = form.edits(draw);
    return call(
        "update",
        List.of(filter, edits),
        filter,
        selection -> selection.update(form.changes(edits)),
        changes -> changes.update(edits));
  }

  private Operation delete(Draw draw) {
    Filter<M> filter = Filter.draw(draw, columns, 2);
    return call(
        "delete", List.of(filter), filter, KeyedSelection::delete, ModelBulkChanges::delete);
  }

  private Operation call(
      String name,
      List<Object> arguments,
      Filter<M> filter,
      Function<KeyedSelection<M, C>, Object> onLibrary,
      Function<ModelBulkChanges<M>, Object> onModel) {
    return Operation.of(
        form.name() + ".where." + name,
        arguments,
        side -> onLibrary.apply(form.repository(side.session()).where(filter.condition())),
        side ->
            onModel.apply(
                new ModelBulkChanges<>(form.table(side.store()), filter::check, filter::accepts)));
  }
}
