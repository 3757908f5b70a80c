package dev.taskstore.differential;

import dev.taskstore.db.exception.TransientFailureException;
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
    ModelStore store = side.store();
    boolean isRetried = style != Step.Style.WITHOUT_RETRY && !store.isInTransaction();
    boolean again = true;
    while (again) {
      try {
        store.transaction(style == Step.Style.READ_ONLY, block);
        again = false;
      } catch (TransientFailureException e) {
        if (!isRetried || !store.mayRunAgain()) {
          throw e;
        }
      }
    }
  }

  @Override
  List<String> takeCallbackEvents() {
    return side.store().takeCallbackEvents();
  }

  @Override
  Object contents() {
    ModelStore store = side.store();
    return List.of(
        store.users().all(), store.tasks().all(), store.tags().all(), store.links().all());
  }
}
