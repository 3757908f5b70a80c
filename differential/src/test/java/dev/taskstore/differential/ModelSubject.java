package dev.taskstore.differential;

import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.differential.model.ModelStore;
import dev.taskstore.differential.model.Principal;
import dev.taskstore.differential.model.Refusals;
import dev.taskstore.differential.model.Visibility;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A subject that runs programs on the model. */
final class ModelSubject extends Subject {

  private final Refusals refusals;
  private ModelSide side;

  /** Creates a model whose scopes refuse writes in a way. */
  ModelSubject(Refusals refusals) {
    this.refusals = refusals;
    this.side = newSide();
  }

  private ModelSide newSide() {
    return new ModelSide(
        new ModelStore(() -> moment().now(), () -> moment().newId(), refusals), new Bookmarks<>());
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
  Object call(Operation operation, Target target, @Nullable Principal principal) {
    Supplier<Object> call = () -> operation.onModel().apply(side);
    Supplier<Object> work = operation.isPlainJooq() ? () -> side.store().plainJooq(call) : call;
    return principal == null ? work.get() : side.store().scoped(principal, work);
  }

  @Override
  Visibility visibilityOf(Principal own) {
    return side.store().visibilityOf(own);
  }

  @Override
  void transaction(Step.Style style, Target target, @Nullable Principal principal, Runnable block) {
    ModelStore store = side.store();
    boolean isRetried = style != Step.Style.WITHOUT_RETRY && !store.isInTransaction();
    boolean again = true;
    while (again) {
      try {
        store.transaction(style == Step.Style.READ_ONLY, principal != null, block);
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
        store.users().all(),
        store.tasks().all(),
        store.tags().all(),
        store.links().all(),
        store.shares().all());
  }
}
