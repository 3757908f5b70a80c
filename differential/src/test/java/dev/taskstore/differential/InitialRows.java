package dev.taskstore.differential;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.differential.model.TagDraft;
import dev.taskstore.differential.model.TaskDraft;
import dev.taskstore.differential.model.UserDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills the tables with valid rows at the start of a program. */
final class InitialRows {

  private InitialRows() {}

  /** With principals, more tasks are shared. */
  static List<Operation> draw(Draw draw, boolean hasPrincipals) {
    IdSource users = draw.newUsers(draw.between(2, 6));
    IdSource tasks = draw.newTasks(draw.between(0, 24));
    IdSource tags = draw.newTags(draw.between(0, 8));
    List<Operation> operations = new ArrayList<>();
    operations.add(users(draw, users));
    operations.add(tasks(draw, tasks, users.ids()));
    operations.add(tags(draw, tags));
    if (tasks.count() > 0 && tags.count() > 0) {
      operations.add(links(draw, tasks.ids(), tags.ids()));
    }
    if (tasks.count() > 0 && draw.chance(hasPrincipals ? 95 : 60)) {
      operations.add(shares(draw, tasks.ids(), users.ids()));
    }
    return operations;
  }

  /** Returns a name that is unique for the index. */
  private static String name(int index) {
    return Texts.NAMES.get(index % Texts.NAMES.size());
  }

  private static Operation users(Draw draw, IdSource ids) {
    int offset = draw.between(0, 1_000);
    List<UserDraft> drafts = new ArrayList<>();
    for (int i = 0; i < ids.count(); i++) {
      drafts.add(new UserDraft(null, name(offset + i), name(offset + 2 * i), "!", null, null));
      draw.take(name(offset + i));
      draw.take(name(offset + 2 * i));
    }
    return Operation.of(
            "users.insertAll",
            List.of(drafts),
            side ->
                side.session()
                    .users()
                    .insertAll(drafts.stream().map(UserDraft::toLibrary).toList()),
            side -> side.store().users().insertAll(drafts))
        .making(ids);
  }

  private static Operation tasks(Draw draw, IdSource ids, List<UUID> users) {
    List<TaskDraft> drafts = new ArrayList<>();
    for (int i = 0; i < ids.count(); i++) {
      drafts.add(
          new TaskDraft(
              null,
              draw.pick(users),
              draw.pick(Texts.TITLES),
              draw.sometimes(30, () -> draw.pick(Texts.TITLES)),
              draw.pick(List.of(TaskPriority.values())),
              draw.pick(List.of(TaskStatus.values())),
              draw.sometimes(60, draw::now),
              null,
              draw.sometimes(60, draw::now),
              null,
              draw.sometimes(30, () -> draw.pick(users))));
    }
    return Operation.of(
            "tasks.load",
            List.of(drafts),
            side -> side.session().tasks().load(drafts.stream().map(TaskDraft::toLibrary)),
            side -> side.store().tasks().load(drafts))
        .making(ids);
  }

  private static Operation tags(Draw draw, IdSource ids) {
    int offset = draw.between(0, 1_000);
    List<TagDraft> drafts = new ArrayList<>();
    for (int i = 0; i < ids.count(); i++) {
      drafts.add(new TagDraft(null, name(offset + i), null, null));
    }
    return Operation.of(
            "tags.insertAll",
            List.of(drafts),
            side ->
                side.session().tags().insertAll(drafts.stream().map(TagDraft::toLibrary).toList()),
            side -> side.store().tags().insertAll(drafts))
        .making(ids);
  }

  private static Operation shares(Draw draw, List<UUID> tasks, List<UUID> users) {
    Map<UUID, List<UUID>> shares = new LinkedHashMap<>();
    for (UUID task : tasks) {
      shares.put(task, draw.chance(40) ? draw.list(2, each -> each.pick(users)) : List.of());
    }
    return Operation.of(
        "tasks.attachCollaborators",
        List.of(shares),
        side -> side.session().tasks().attachCollaborators(shares),
        side -> side.store().shares().attachCollaborators(shares));
  }

  private static Operation links(Draw draw, List<UUID> tasks, List<UUID> tags) {
    Map<UUID, List<UUID>> links = new LinkedHashMap<>();
    for (UUID task : tasks) {
      links.put(task, draw.list(4, each -> each.pick(tags)));
    }
    return Operation.of(
        "tasks.attachTags",
        List.of(links),
        side -> side.session().tasks().attachTags(links),
        side -> side.store().links().attachTags(links));
  }
}
