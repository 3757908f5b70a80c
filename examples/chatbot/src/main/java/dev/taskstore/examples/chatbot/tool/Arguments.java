package dev.taskstore.examples.chatbot.tool;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Arguments of a call that have passed the schema of their tool. Immutable. */
public final class Arguments {

  private final String path;
  private final Map<?, ?> values;

  private Arguments(String path, Map<?, ?> values) {
    this.path = path;
    this.values = values;
  }

  /** Returns the arguments of a call. */
  public static Arguments of(Map<String, Object> values) {
    return new Arguments("", values);
  }

  /** Tests whether an argument is present; it may be null. */
  public boolean contains(String name) {
    return values.containsKey(name);
  }

  /** Returns a text, which is empty if it is missing or null. */
  public Optional<String> text(String name) {
    return Optional.ofNullable((String) values.get(name));
  }

  /** Returns a text that the schema requires. */
  public String requiredText(String name) {
    return text(name).orElseThrow(() -> refused(path + name, "is required"));
  }

  /** Returns an integer, which is empty if it is missing. */
  public Optional<Long> integer(String name) {
    return Optional.ofNullable((Number) values.get(name)).map(Number::longValue);
  }

  /** Returns a time, which is empty if it is missing or null. */
  public Optional<Instant> instant(String name) {
    return text(name).map(value -> parseInstant(path + name, value));
  }

  private static Instant parseInstant(String name, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw refused(
          name, "must be a date and time with an offset, such as 2026-03-01T17:00:00Z (RFC 3339)");
    }
  }

  /** Returns an identifier that the schema requires. */
  public UUID uuid(String name) {
    return parseUuid(path + name, requiredText(name));
  }

  /** Returns identifiers, none if the argument is missing. */
  public List<UUID> uuids(String name) {
    List<UUID> ids = new ArrayList<>();
    for (String text : texts(name)) {
      ids.add(parseUuid(path + name + "[" + ids.size() + "]", text));
    }
    return ids;
  }

  private static UUID parseUuid(String name, String value) {
    // UUID.fromString accepts shortened groups.
    if (value.length() == 36) {
      try {
        return UUID.fromString(value);
      } catch (IllegalArgumentException e) {
        // Refused below, like a text of another length.
      }
    }
    throw refused(name, "must be the id of a task as find-tasks returns it, a UUID");
  }

  /** Returns texts, none if the argument is missing. */
  public List<String> texts(String name) {
    return list(name).stream().map(String.class::cast).toList();
  }

  /** Returns one of several constants, which is empty if the argument is missing. */
  public <T> Optional<T> constant(String name, Function<String, T> parser) {
    return text(name).map(parser);
  }

  /** Returns objects, none if the argument is missing. */
  public List<Arguments> objects(String name) {
    List<Arguments> objects = new ArrayList<>();
    for (Object value : list(name)) {
      objects.add(new Arguments(path + name + "[" + objects.size() + "].", (Map<?, ?>) value));
    }
    return objects;
  }

  private List<?> list(String name) {
    Object value = values.get(name);
    return value == null ? List.of() : (List<?>) value;
  }

  private static ArgumentException refused(String name, String rule) {
    return new ArgumentException(name + " " + rule + ".");
  }
}
