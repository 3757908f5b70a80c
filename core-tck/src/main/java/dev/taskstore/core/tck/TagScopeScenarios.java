package dev.taskstore.core.tck;

import static dev.taskstore.core.tck.ScopeWorld.TAGS;
import static dev.taskstore.core.tck.ScopeWorld.TASKS;
import static dev.taskstore.core.tck.ScopeWorld.X;
import static dev.taskstore.core.tck.ScopeWorld.Y;
import static dev.taskstore.core.tck.ScopeWorld.other;
import static dev.taskstore.core.tck.ScopeWorld.own;
import static dev.taskstore.core.tck.ScopeWorld.page;
import static dev.taskstore.schema.Tables.TASK_TAGS;

import dev.taskstore.NewTag;
import dev.taskstore.Tag;
import dev.taskstore.TagChanges;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;

/** The calls of tags in a scope: everybody reads and inserts them. */
final class TagScopeScenarios {

  private static final List<String> NAMES = List.of("z", "x", "none");

  private TagScopeScenarios() {}

  private static NewTag draft(String name) {
    return NewTag.of(name).id(new UUID(8, 8));
  }

  private static Tag tag(UUID id) {
    return new Tag(id, "renamed", TaskStoreContract.START, TaskStoreContract.START, 0);
  }

  static void addTo(ScopeScenarios all) {
    addReads(all);
    addInserts(all);
    addRefusedWrites(all);
    addLinks(all);
  }

  private static void addReads(ScopeScenarios all) {
    all.equalForEach("tags.findById(Object)", TAGS, id -> s -> s.tags().findById(id))
        .equalForEach("tags.getById(Object)", TAGS, id -> s -> s.tags().getById(id))
        .equalForEach("tags.existsById(Object)", TAGS, id -> s -> s.tags().existsById(id))
        .equal("tags.findAllById(Collection)", s -> s.tags().findAllById(TAGS))
        .equal("tags.findAll(PageRequest)", s -> s.tags().findAll(page()))
        .equal("tags.count()", s -> s.tags().count())
        .equal(
            "tags.where(Condition)",
            s ->
                s.tags()
                    .where(
                        dev.taskstore.schema.Tables.TAGS.ID.in(
                            DSL.select(TASK_TAGS.TAG_ID).from(TASK_TAGS)))
                    .list())
        .equal(
            "tags.stream()",
            s -> {
              try (Stream<Tag> tags = s.tags().stream()) {
                return tags.toList();
              }
            })
        .equalForEach("tags.findByName(String)", NAMES, name -> s -> s.tags().findByName(name))
        .equal("tags.findAllByName(Collection)", s -> s.tags().findAllByName(NAMES))
        .equalForEach(
            "tags.findByTask(UUID, PageRequest)", TASKS, id -> s -> s.tags().findByTask(id, page()))
        .equalForEach("tags.countByTask(UUID)", TASKS, id -> s -> s.tags().countByTask(id))
        .equal("tags.findByTasks(Collection)", s -> s.tags().findByTasks(TASKS))
        .equal("tags.statistics()", s -> s.tags().statistics());
  }

  private static void addInserts(ScopeScenarios all) {
    all.equal(
            "tags.insert(Object)",
            s -> s.tags().insert(draft("new")),
            s -> s.tags().insert(draft("z")))
        .equal("tags.insertAll(Collection)", s -> s.tags().insertAll(List.of(draft("new"))))
        .equal("tags.insertCopy(Object)", s -> s.tags().insertCopy(tag(new UUID(9, 9))))
        .equal(
            "tags.insertAllCopies(Collection)",
            s -> s.tags().insertAllCopies(List.of(tag(new UUID(9, 9)))))
        .equal("tags.load(Stream)", s -> s.tags().load(Stream.of(draft("new"))))
        .equal(
            "tags.load(Stream, LongConsumer)",
            s -> s.tags().load(Stream.of(draft("new")), loaded -> {}))
        .equal(
            "tags.findOrCreateAll(Collection)",
            s -> s.tags().findOrCreateAll(List.of("new", "z")).stream().map(Tag::name).toList());
  }

  private static void addRefusedWrites(ScopeScenarios all) {
    all.refused("tags.update(Object)", s -> s.tags().update(tag(X)))
        .refused("tags.updateAll(Collection)", s -> s.tags().updateAll(List.of(tag(X))))
        .refused(
            "tags.update(Object, Changes)",
            s -> s.tags().update(X, TagChanges.none().name("renamed")),
            s -> s.tags().update(ScopeWorld.MISSING, TagChanges.none()))
        .refused(
            "tags.update(Object, long, Changes)",
            s -> s.tags().update(X, 0, TagChanges.none().name("renamed")))
        .refused(
            "tags.delete(Object)",
            s -> {
              s.tags().delete(tag(X));
              return "deleted";
            })
        .refused("tags.deleteById(Object)", s -> s.tags().deleteById(X))
        .refused(
            "tags.deleteById(Object, long)",
            s -> {
              s.tags().deleteById(X, 0);
              return "deleted";
            })
        .refused("tags.deleteAllById(Collection)", s -> s.tags().deleteAllById(List.of(X, Y)))
        .refused("tags.upsertByName(NewTag)", s -> s.tags().upsertByName(draft("x")))
        .refused(
            "tags.upsertAllByName(Collection)",
            s -> s.tags().upsertAllByName(List.of(draft("new"))));
  }

  private static void addLinks(ScopeScenarios all) {
    all.equalForEach(
            "tags.attach(UUID, String[])", TASKS, id -> s -> s.tags().attach(id, "new", "z"))
        .equalForEach(
            "tags.detach(UUID, String[])", TASKS, id -> s -> s.tags().detach(id, "x", "y", "z"))
        .equalForEach(
            "tags.attachTasks(UUID, Collection)",
            TASKS,
            id -> s -> s.tags().attachTasks(Y, List.of(id)))
        .equal(
            "tags.attachTasks(Map)",
            s -> s.tags().attachTasks(Map.of(Y, List.of(own(1)), X, List.of(own(2)))),
            s -> s.tags().attachTasks(Map.of(Y, List.of(own(1), other(1)))))
        .equal("tags.detachTasks(UUID, Collection)", s -> s.tags().detachTasks(X, TASKS));
  }
}
