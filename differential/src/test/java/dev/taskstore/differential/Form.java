package dev.taskstore.differential;

import dev.taskstore.TaskSession;
import dev.taskstore.db.KeyedRepository;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.differential.model.Edit;
import dev.taskstore.differential.model.ModelStore;
import dev.taskstore.differential.model.ModelTable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The parts of a table that generic operations need.
 *
 * @param <M> the entity type
 * @param <D> the draft type of the model
 * @param <L> the draft type of the library
 * @param <C> the type of partial updates in the library
 */
interface Form<M, D, L, C extends Changes<C>> {

  String name();

  KeyedRepository<M, L, C, UUID> repository(TaskSession session);

  ModelTable<M, D> table(ModelStore store);

  D draft(Draw draw);

  L toLibrary(D draft);

  UUID id(Draw draw);

  IdSource newIds(Draw draw, int count);

  List<Edit> edits(Draw draw);

  C changes(List<Edit> edits);

  UUID idOf(M entity);

  /** Draws an entity that was never stored. */
  M ghost(UUID id);

  /** Returns a copy with another version. */
  M versioned(M entity, int difference);

  M edited(M entity, Edit edit);

  /** Returns an edit of the creation time, which partial updates do not support. */
  M createdAt(M entity, Instant instant);
}
