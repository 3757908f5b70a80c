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
 * What operations on any table need of one table.
 *
 * @param <M> the entity
 * @param <D> the model's draft
 * @param <L> the library's draft
 * @param <C> the library's partial update
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

  /** An entity that was never stored. */
  M ghost(UUID id);

  /** A copy with a version that differs. */
  M versioned(M entity, int difference);

  M edited(M entity, Edit edit);

  /** An edit of what partial updates leave alone: the time of creation. */
  M createdAt(M entity, Instant instant);
}
