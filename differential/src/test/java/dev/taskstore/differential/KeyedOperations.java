package dev.taskstore.differential;

import dev.taskstore.db.KeyedRepository;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.differential.model.Edit;
import dev.taskstore.differential.model.ModelTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations that every table supports. */
final class KeyedOperations<M, D, L, C extends Changes<C>> {

  /** An entity that is read when it is used, and the change to apply to it. */
  private record Copy(UUID id, int versions, List<Edit> edits, @Nullable Instant createdAt) {}

  private final Form<M, D, L, C> form;
  private final boolean hasPrincipals;

  KeyedOperations(Form<M, D, L, C> form, boolean hasPrincipals) {
    this.form = form;
    this.hasPrincipals = hasPrincipals;
  }

  void addTo(Catalogue catalogue) {
    catalogue.add(12, this::insert);
    catalogue.add(5, this::insertAll);
    catalogue.add(4, this::load);
    catalogue.add(3, this::insertCopy);
    catalogue.add(2, this::insertAllCopies);
    catalogue.add(6, this::update);
    catalogue.add(3, this::updateAll);
    catalogue.add(6, this::change);
    catalogue.add(4, this::changeOfVersion);
    catalogue.add(3, this::delete);
    catalogue.add(2, this::deleteById);
    catalogue.add(2, this::deleteVersion);
    catalogue.add(1, this::deleteAllById);
    catalogue.add(2, byId("findById", KeyedRepository::findById, ModelTable::findById));
    catalogue.add(2, byId("getById", KeyedRepository::getById, ModelTable::getById));
    catalogue.add(
        1, byId("existsById", KeyedRepository::existsById, (t, id) -> t.findById(id).isPresent()));
    catalogue.add(2, this::findAllById);
    catalogue.add(1, this::count);
    catalogue.add(1, this::stream);
    catalogue.add(1, this::nothing);
  }

  private KeyedRepository<M, L, C, UUID> repository(LibrarySide side) {
    return form.repository(side.session());
  }

  private ModelTable<M, D> table(ModelSide side) {
    return form.table(side.store());
  }

  private Operation call(
      String name,
      List<Object> arguments,
      Function<KeyedRepository<M, L, C, UUID>, Object> onLibrary,
      Function<ModelTable<M, D>, Object> onModel) {
    return Operation.of(
        form.name() + "." + name,
        arguments,
        side -> onLibrary.apply(repository(side)),
        side -> onModel.apply(table(side)));
  }

  private Operation insert(Draw draw) {
    D draft = form.draft(draw);
    return call(
            "insert", List.of(draft), r -> r.insert(form.toLibrary(draft)), t -> t.insert(draft))
        .making(form.newIds(draw, 1));
  }

  private Operation insertAll(Draw draw) {
    List<D> drafts = draw.list(6, form::draft);
    return call(
            "insertAll",
            List.of(drafts),
            r -> r.insertAll(drafts.stream().map(form::toLibrary).toList()),
            t -> t.insertAll(drafts))
        .making(form.newIds(draw, drafts.size()));
  }

  private Operation load(Draw draw) {
    List<D> drafts = draw.list(8, form::draft);
    return call(
            "load",
            List.of(drafts),
            r -> r.load(drafts.stream().map(form::toLibrary)),
            t -> t.load(drafts))
        .making(form.newIds(draw, drafts.size()));
  }

  private Copy copy(Draw draw) {
    return new Copy(
        form.id(draw),
        draw.chance(85) ? 0 : draw.between(-1, 1),
        form.edits(draw),
        draw.sometimes(5, draw::instant));
  }

  private M resolve(Copy copy, Optional<M> found) {
    M entity = form.versioned(found.orElseGet(() -> form.ghost(copy.id())), copy.versions());
    for (Edit edit : copy.edits()) {
      entity = form.edited(entity, edit);
    }
    return copy.createdAt() == null ? entity : form.createdAt(entity, copy.createdAt());
  }

  /** Inserts an entity as it is, usually after its row was deleted. */
  private Operation insertCopy(Draw draw) {
    Copy copy = copy(draw);
    boolean isDeleted = draw.chance(70);
    return call(
        "insertCopy",
        List.of(copy, isDeleted),
        r -> {
          M entity = resolve(copy, r.findById(copy.id()));
          if (isDeleted) {
            r.deleteById(copy.id());
          }
          return r.insertCopy(entity);
        },
        t -> {
          M entity = resolve(copy, t.findById(copy.id()));
          if (isDeleted) {
            t.deleteById(copy.id());
          }
          return t.insertCopy(entity);
        });
  }

  private Operation insertAllCopies(Draw draw) {
    List<Copy> drawn = draw.list(4, this::copy);
    // A database writes rows in the order of their keys, so that its policies may refuse a later
    // row before it finds that an earlier one is a duplicate.
    List<Copy> copies = hasPrincipals && drawn.size() > 1 ? drawn.subList(0, 1) : drawn;
    List<UUID> deleted = draw.chance(70) ? copies.stream().map(Copy::id).toList() : List.of();
    return call(
        "insertAllCopies",
        List.of(copies, deleted),
        r -> {
          List<M> entities = resolveAll(copies, r::findById);
          r.deleteAllById(deleted);
          return r.insertAllCopies(entities);
        },
        t -> {
          List<M> entities = resolveAll(copies, t::findById);
          t.deleteAllById(deleted);
          return t.insertAllCopies(entities);
        });
  }

  private Operation update(Draw draw) {
    Copy copy = copy(draw);
    return call(
        "update",
        List.of(copy),
        r -> r.update(resolve(copy, r.findById(copy.id()))),
        t -> t.update(resolve(copy, t.findById(copy.id()))));
  }

  private Operation updateAll(Draw draw) {
    List<Copy> copies = draw.list(4, this::copy);
    return call(
        "updateAll",
        List.of(copies),
        r -> r.updateAll(resolveAll(copies, r::findById)),
        t -> t.updateAll(resolveAll(copies, t::findById)));
  }

  private List<M> resolveAll(List<Copy> copies, Function<UUID, Optional<M>> find) {
    return copies.stream().map(copy -> resolve(copy, find.apply(copy.id()))).toList();
  }

  private Operation change(Draw draw) {
    UUID id = form.id(draw);
    List<Edit> edits = form.edits(draw);
    return call(
        "update",
        List.of(id, edits),
        r -> r.update(id, form.changes(edits)),
        t -> t.change(id, null, edits));
  }

  private Operation changeOfVersion(Draw draw) {
    UUID id = form.id(draw);
    long version = draw.between(0, 2);
    List<Edit> edits = form.edits(draw);
    return call(
        "update",
        List.of(id, version, edits),
        r -> r.update(id, version, form.changes(edits)),
        t -> t.change(id, version, edits));
  }

  private Operation delete(Draw draw) {
    Copy copy = new Copy(form.id(draw), draw.chance(75) ? 0 : 1, List.of(), null);
    return call(
        "delete",
        List.of(copy),
        r -> {
          r.delete(resolve(copy, r.findById(copy.id())));
          return true;
        },
        t -> t.delete(resolve(copy, t.findById(copy.id()))));
  }

  private Operation deleteById(Draw draw) {
    UUID id = form.id(draw);
    return call("deleteById", List.of(id), r -> r.deleteById(id), t -> t.deleteById(id));
  }

  private Operation deleteVersion(Draw draw) {
    UUID id = form.id(draw);
    long version = draw.between(0, 2);
    return call(
        "deleteById",
        List.of(id, version),
        r -> {
          r.deleteById(id, version);
          return true;
        },
        t -> t.deleteVersion(id, version));
  }

  private Operation deleteAllById(Draw draw) {
    List<UUID> ids = draw.list(3, form::id);
    return call(
        "deleteAllById", List.of(ids), r -> r.deleteAllById(ids), t -> t.deleteAllById(ids));
  }

  private Function<Draw, Operation> byId(
      String name,
      BiFunction<KeyedRepository<M, L, C, UUID>, UUID, Object> onLibrary,
      BiFunction<ModelTable<M, D>, UUID, Object> onModel) {
    return draw -> {
      UUID id = form.id(draw);
      return call(name, List.of(id), r -> onLibrary.apply(r, id), t -> onModel.apply(t, id));
    };
  }

  /** Lists of an odd size are read with a preference for replicas. */
  private Operation findAllById(Draw draw) {
    List<UUID> ids = draw.list(6, form::id);
    return Operation.of(
        form.name() + ".findAllById",
        List.of(ids),
        side ->
            form.repository(ids.size() % 2 == 0 ? side.session() : side.readingAfterToken())
                .findAllById(ids),
        side -> table(side).findAllById(ids));
  }

  private Operation count(Draw draw) {
    return call("count", List.of(), KeyedRepository::count, ModelTable::count);
  }

  private Operation stream(Draw draw) {
    int limit = draw.chance(60) ? Integer.MAX_VALUE : draw.between(0, 2);
    return call(
        "stream",
        List.of(limit),
        r -> {
          try (Stream<M> rows = r.stream()) {
            return rows.limit(limit).toList();
          }
        },
        t -> t.all().stream().limit(limit).toList());
  }

  /** Passes null for a parameter that must not be null. */
  private Operation nothing(Draw draw) {
    List<UUID> ids = Arrays.asList(form.id(draw), null);
    return switch (draw.between(0, 6)) {
      case 0 -> call("insert", List.of("null"), r -> r.insert(null), t -> t.insert(null));
      case 1 -> call("update", List.of("null"), r -> r.update((M) null), t -> form.idOf(null));
      case 2 -> call("findById", List.of("null"), r -> r.findById(null), t -> form.idOf(null));
      case 3 -> call("findAllById", List.of(ids), r -> r.findAllById(ids), t -> form.idOf(null));
      case 4 -> call("deleteById", List.of("null"), r -> r.deleteById(null), t -> form.idOf(null));
      case 5 ->
          call("deleteAllById", List.of(ids), r -> r.deleteAllById(ids), t -> form.idOf(null));
      default -> call("where", List.of("null"), r -> r.where(null), t -> form.idOf(null));
    };
  }
}
