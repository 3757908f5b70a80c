package dev.taskstore.examples.web.task;

import dev.taskstore.Tag;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskWithTags;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the fields of a form. A field that the form does not contain is absent. Immutable
 * and thread-safe.
 */
public final class TaskValues {

  /** A new task. */
  static final TaskValues EMPTY =
      new TaskValues(
          Map.of(
              TaskField.STATUS, UrlNames.of(TaskStatus.PENDING),
              TaskField.PRIORITY, UrlNames.of(TaskPriority.MEDIUM)));

  private final Map<TaskField, String> texts;

  private TaskValues(Map<TaskField, String> texts) {
    this.texts = new EnumMap<>(TaskField.class);
    this.texts.putAll(texts);
  }

  /** Reads the parameters of a request whose names begin with a prefix. */
  static TaskValues of(Map<String, String> parameters, String prefix) {
    Map<TaskField, String> texts = new EnumMap<>(TaskField.class);
    for (TaskField field : TaskField.values()) {
      String text = parameters.get(prefix + field.parameter());
      if (text != null) {
        texts.put(field, canonical(field, text));
      }
    }
    return new TaskValues(texts);
  }

  /** Returns the fields of a stored task. */
  static TaskValues of(TaskWithTags found, @Nullable String assignee, ZoneId zone) {
    Map<TaskField, String> texts = new EnumMap<>(TaskField.class);
    texts.put(TaskField.TITLE, found.task().title());
    texts.put(TaskField.DESCRIPTION, orEmpty(found.task().description()));
    texts.put(TaskField.STATUS, UrlNames.of(found.task().status()));
    texts.put(TaskField.PRIORITY, UrlNames.of(found.task().priority()));
    texts.put(
        TaskField.DUE,
        found.task().dueAt() == null
            ? ""
            : LocalDate.ofInstant(found.task().dueAt(), zone).toString());
    texts.put(TaskField.ASSIGNEE, orEmpty(assignee));
    texts.put(TaskField.TAGS, String.join(", ", tagNames(found)));
    texts.replaceAll(TaskValues::canonical);
    return new TaskValues(texts);
  }

  static Set<String> tagNames(TaskWithTags found) {
    return found.tags().stream().map(Tag::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Removes differences that are no changes: line ends of browsers, spaces, the order of tags. */
  private static String canonical(TaskField field, String text) {
    return switch (field) {
      case DESCRIPTION -> text.replace("\r\n", "\n");
      case TAGS -> String.join(", ", tags(text));
      default -> text.strip();
    };
  }

  private static Set<String> tags(String text) {
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Returns the text of a field.
   *
   * @param field the field
   * @return the text; empty if the form does not contain the field
   */
  public String get(TaskField field) {
    return texts.getOrDefault(field, "");
  }

  /** Returns the names of the tags. */
  Set<String> tags() {
    return tags(get(TaskField.TAGS));
  }

  /** Returns a copy with other texts in some fields. */
  TaskValues with(TaskValues others) {
    return with(others.texts);
  }

  /** Returns a copy with other texts in some fields. */
  TaskValues with(Map<TaskField, String> others) {
    Map<TaskField, String> texts = new EnumMap<>(this.texts);
    texts.putAll(others);
    return new TaskValues(texts);
  }

  /** Returns a copy with the stored text in each field where a person chose to keep it. */
  TaskValues withStoredWhereChosen(Map<String, String> parameters, TaskValues stored) {
    Map<TaskField, String> chosen = new EnumMap<>(TaskField.class);
    for (TaskField field : TaskField.values()) {
      if ("stored".equals(parameters.get("choice." + field.parameter()))) {
        chosen.put(field, stored.get(field));
      }
    }
    return with(chosen);
  }

  /** Returns the fields of this form whose texts differ from those of a base. */
  Set<TaskField> changedSince(TaskValues base) {
    Set<TaskField> changed = EnumSet.noneOf(TaskField.class);
    texts.forEach(
        (field, text) -> {
          if (!text.equals(base.get(field))) {
            changed.add(field);
          }
        });
    return changed;
  }
}
