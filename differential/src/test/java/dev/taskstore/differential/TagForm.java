package dev.taskstore.differential;

import static dev.taskstore.schema.Tables.TAGS;

import dev.taskstore.NewTag;
import dev.taskstore.Tag;
import dev.taskstore.TagChanges;
import dev.taskstore.TagRepository;
import dev.taskstore.TaskSession;
import dev.taskstore.differential.model.Edit;
import dev.taskstore.differential.model.ModelStore;
import dev.taskstore.differential.model.ModelTags;
import dev.taskstore.differential.model.TagDraft;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The form of tags. */
final class TagForm implements Form<Tag, TagDraft, NewTag, TagChanges> {

  static final List<Column<Tag, ?>> COLUMNS =
      List.of(
          Column.of(TAGS.ID, Tag::id, Draw::tagId),
          Column.of(TAGS.NAME, Tag::name, TagForm::tagName),
          Column.of(TAGS.CREATED_AT, Tag::createdAt, Draw::instant),
          Column.of(TAGS.VERSION, Tag::version, draw -> (long) draw.between(0, 3)));

  static String tagName(Draw draw) {
    return draw.text(Texts.NAMES, 64);
  }

  @Override
  public String name() {
    return "tags";
  }

  @Override
  public TagRepository repository(TaskSession session) {
    return session.tags();
  }

  @Override
  public ModelTags table(ModelStore store) {
    return store.tags();
  }

  @Override
  public TagDraft draft(Draw draw) {
    return new TagDraft(
        draw.sometimes(10, draw::tagId),
        draw.rarely() ? null : tagName(draw),
        draw.sometimes(15, draw::instant),
        draw.sometimes(10, draw::instant));
  }

  @Override
  public NewTag toLibrary(TagDraft draft) {
    return draft.toLibrary();
  }

  @Override
  public UUID id(Draw draw) {
    return draw.tagId();
  }

  @Override
  public IdSource newIds(Draw draw, int count) {
    return draw.newTags(count);
  }

  @Override
  public List<Edit> edits(Draw draw) {
    return draw.list(1, each -> new Edit("name", each.rarely() ? null : tagName(each)));
  }

  @Override
  public TagChanges changes(List<Edit> edits) {
    TagChanges changes = TagChanges.none();
    for (Edit edit : edits) {
      changes = changes.name((String) edit.value());
    }
    return changes;
  }

  @Override
  public UUID idOf(Tag tag) {
    return tag.id();
  }

  @Override
  public Tag ghost(UUID id) {
    return new Tag(id, "ghost", Instant.EPOCH, Instant.EPOCH, 0);
  }

  @Override
  public Tag versioned(Tag tag, int difference) {
    return tag.with().version(tag.version() + difference).build();
  }

  @Override
  public Tag edited(Tag tag, Edit edit) {
    return tag.with().name((String) edit.value()).build();
  }

  @Override
  public Tag createdAt(Tag tag, Instant instant) {
    return tag.with().createdAt(instant).build();
  }
}
