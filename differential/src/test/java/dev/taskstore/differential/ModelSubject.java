package dev.taskstore.differential;

import dev.taskstore.differential.model.ModelStore;
import java.util.List;

/** A subject that runs programs on the model. */
final class ModelSubject extends Subject {

  private ModelSide side = newSide();

  private ModelSide newSide() {
    return new ModelSide(
        new ModelStore(() -> moment().now(), () -> moment().newId()), new Bookmarks<>());
  }

  @Override
  String name() {
    return "model";
  }

  @Override
  void clear() {
    side = newSide();
  }

  @Override
  Object call(Operation operation, boolean throughStore) {
    return operation.onModel().apply(side);
  }

  @Override
  void transaction(Step.Style style, boolean throughStore, Runnable block) {
    side.store().transaction(style == Step.Style.READ_ONLY, block);
  }

  @Override
  Object contents() {
    ModelStore store = side.store();
    return List.of(
        store.users().all(), store.tasks().all(), store.tags().all(), store.links().all());
  }
}
