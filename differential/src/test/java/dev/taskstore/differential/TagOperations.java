package dev.taskstore.differential;

import dev.taskstore.TagRepository;
import dev.taskstore.differential.model.ModelTags;
import dev.taskstore.differential.model.TagDraft;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations that only tags have, by their names. */
final class TagOperations {

  private final TagForm form = new TagForm();

  void addTo(Catalogue catalogue) {
    catalogue.add(2, this::findByName);
    catalogue.add(1, this::findAllByName);
    catalogue.add(3, this::upsertByName);
    catalogue.add(2, this::upsertAllByName);
    catalogue.add(3, this::findOrCreateAll);
    catalogue.add(8, this::attach);
    catalogue.add(3, this::detach);
    catalogue.add(
        2, draw -> call("statistics", null, TagRepository::statistics, ModelTags::statistics));
  }

  private static Operation call(
      String name,
      @Nullable Object argument,
      Function<TagRepository, Object> onLibrary,
      Function<ModelTags, Object> onModel) {
    return Operation.of(
        "tags." + name,
        argument == null ? List.of() : List.of(argument),
        side -> onLibrary.apply(side.session().tags()),
        side -> onModel.apply(side.store().tags()));
  }

  private Operation findByName(Draw draw) {
    String name = draw.sometimes(98, () -> TagForm.tagName(draw));
    return call("findByName", name, r -> r.findByName(name), t -> t.findByName(name));
  }

  private Operation findAllByName(Draw draw) {
    List<String> names = draw.list(5, TagForm::tagName);
    return call("findAllByName", names, r -> r.findAllByName(names), t -> t.findAllByName(names));
  }

  private Operation upsertByName(Draw draw) {
    TagDraft draft = form.draft(draw);
    return call(
            "upsertByName",
            draft,
            r -> r.upsertByName(draft.toLibrary()),
            t -> t.upsertAllByName(List.of(draft)).get(0))
        .making(draw.newTags(1));
  }

  private Operation upsertAllByName(Draw draw) {
    List<TagDraft> drafts = draw.list(4, form::draft);
    return call(
            "upsertAllByName",
            drafts,
            r -> r.upsertAllByName(drafts.stream().map(TagDraft::toLibrary).toList()),
            t -> t.upsertAllByName(drafts))
        .making(draw.newTags(drafts.size()));
  }

  private Operation findOrCreateAll(Draw draw) {
    List<String> names = draw.list(4, TagForm::tagName);
    return call(
            "findOrCreateAll", names, r -> r.findOrCreateAll(names), t -> t.findOrCreateAll(names))
        .making(draw.newTags(names.size()));
  }

  private Operation attach(Draw draw) {
    UUID task = draw.taskId();
    List<String> names = draw.list(4, TagForm::tagName);
    return call(
            "attach",
            List.of(task, names),
            r -> r.attach(task, names.toArray(String[]::new)),
            t -> t.attach(task, names))
        .making(draw.newTags(names.size()));
  }

  private Operation detach(Draw draw) {
    UUID task = draw.taskId();
    List<String> names = draw.list(3, TagForm::tagName);
    return call(
        "detach",
        List.of(task, names),
        r -> r.detach(task, names.toArray(String[]::new)),
        t -> t.detach(task, names));
  }
}
