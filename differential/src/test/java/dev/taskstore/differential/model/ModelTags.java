package dev.taskstore.differential.model;

import dev.taskstore.Tag;
import dev.taskstore.TagStatistics;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of tags. */
public final class ModelTags extends ModelTable<Tag, TagDraft> {

  private static final String NAME = "tags";

  ModelTags(ModelStore store, ModelTransactions transactions) {
    super(store, transactions, NAME);
  }

  @Override
  NavigableMap<UUID, Tag> of(ModelRows all) {
    return all.tags;
  }

  @Override
  void remove(UUID id) {
    transactions.rows().removeTag(id);
  }

  @Override
  UUID id(Tag tag) {
    return tag.id();
  }

  @Override
  long version(Tag tag) {
    return tag.version();
  }

  @Override
  Tag complete(TagDraft draft) {
    String tagName = Values.required(draft.name());
    UUID id = draft.id() != null ? draft.id() : newId();
    Instant created = draft.createdAt() != null ? draft.createdAt() : now();
    Instant updated = draft.updatedAt() != null ? draft.updatedAt() : created;
    return new Tag(id, tagName, created, updated, 0);
  }

  @Override
  void validate(Tag tag) {
    Values.checkText(NAME, "name", tag.name(), 1, 64);
    Values.checkInstant(NAME, "created_at", tag.createdAt());
    Values.checkInstant(NAME, "updated_at", tag.updatedAt());
  }

  @Override
  Tag touched(Tag tag) {
    return tag.with().updatedAt(now()).version(tag.version() + 1).build();
  }

  @Override
  Tag overwritten(Tag stored, Tag tag) {
    return tag.with().createdAt(stored.createdAt()).build();
  }

  @Override
  Tag upserted(Tag stored, Tag tag) {
    return stored.with().updatedAt(tag.updatedAt()).version(stored.version() + 1).build();
  }

  @Override
  @Nullable ModelFailure refusalOf(Tag tag, @Nullable Tag stored, Visibility visibility) {
    return null;
  }

  @Override
  boolean isCommon() {
    return true;
  }

  @Override
  void validate(Edit edit) {
    Values.checkText(NAME, "name", (String) Values.required(edit.value()), 1, 64);
  }

  @Override
  Tag edited(Tag tag, Edit edit) {
    return tag.with().name((String) edit.value()).build();
  }

  @Override
  void ensureAllowed(Tag tag) {
    ensureUnique(tag, Tag::name, "name");
  }

  public Optional<Tag> findByName(@Nullable String name) {
    return findBy(Tag::name, name);
  }

  public List<Tag> findAllByName(List<String> names) {
    return findAllBy(Tag::name, names);
  }

  public List<Tag> upsertAllByName(List<TagDraft> drafts) {
    return upsertAll(Tag::name, "name", drafts, false);
  }

  public List<Tag> findOrCreateAll(List<String> names) {
    List<TagDraft> drafts =
        new LinkedHashSet<>(names)
            .stream().map(tagName -> new TagDraft(null, tagName, null, null)).toList();
    return upsertAll(Tag::name, "name", drafts, true);
  }

  public int attach(UUID task, List<String> names) {
    return transactions.atomically(
        () -> store.links().attach(List.of(task), ids(findOrCreateAll(names))));
  }

  public int detach(UUID task, List<String> names) {
    return transactions.atomically(() -> store.links().detachTags(task, ids(findAllByName(names))));
  }

  private Tag newTag(UUID id, String tagName, Instant time) {
    return new Tag(id, tagName, Values.stored(time), Values.stored(time), 0);
  }

  private int put(Tag tag) {
    ensureAllowed(tag);
    rows().put(tag.id(), tag);
    return 1;
  }

  /** Inserts a tag with plain jOOQ. */
  public int insertPlainly(UUID id, String tagName, Instant time) {
    return plainStatement(tags -> put(newTag(id, tagName, time)));
  }

  /** Sets a name with plain jOOQ, which changes neither the version nor the time of change. */
  public int renamePlainly(UUID id, String tagName) {
    return plainStatement(
        tags -> {
          Tag stored = tags.get(id);
          if (stored == null) {
            return 0;
          }
          ensureMayWriteOver();
          return put(stored.with().name(tagName).build());
        });
  }

  /** Deletes a tag with plain jOOQ. */
  public int deletePlainly(UUID id) {
    return plainStatement(
        tags -> {
          if (!tags.containsKey(id) || !mayDelete(tags.get(id))) {
            return 0;
          }
          remove(id);
          return 1;
        });
  }

  /** Replaces the tag with a name with plain jOOQ. */
  public List<Integer> replacePlainly(UUID id, String tagName, Instant time) {
    return plainStatement(
        tags -> {
          List<UUID> old =
              tags.values().stream()
                  .filter(tag -> mayDelete(tag) && tag.name().equals(tagName))
                  .map(Tag::id)
                  .toList();
          old.forEach(this::remove);
          return List.of(old.size(), put(newTag(id, tagName, time)));
        });
  }

  /** Returns the IDs of all tags in their order. */
  public List<UUID> idsInOrder() {
    return read(tags -> tags.stream().map(Tag::id).toList());
  }

  private static List<UUID> ids(List<Tag> tags) {
    return tags.stream().map(Tag::id).toList();
  }

  public List<TagStatistics> statistics() {
    return read(
        tags ->
            tags.stream()
                .sorted(Comparator.comparing(Tag::name, Values::compare))
                .map(tag -> new TagStatistics(tag.id(), tag.name(), tasksOf(tag)))
                .toList());
  }

  private long tasksOf(Tag tag) {
    return transactions.rows().links.stream().filter(link -> link.tag().equals(tag.id())).count();
  }
}
