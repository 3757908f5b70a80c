package dev.taskstore.examples.console;

import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/**
 * A task ID on the command line: a UUID or its last digits.
 *
 * @param digits hexadecimal digits in lower case, without hyphens
 */
record TaskId(String digits) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f-]{4,36}");
  private static final int UUID_DIGITS = 32;
  private static final int LISTED_CANDIDATES = 5;

  /**
   * Reads a task ID.
   *
   * @throws TypeConversionException if the word cannot be one
   */
  static TaskId parse(String word) {
    String digits = word.toLowerCase(Locale.ROOT).replace("-", "");
    if (!FORM.matcher(word.toLowerCase(Locale.ROOT)).matches()
        || digits.length() < ShortIds.MINIMUM
        || digits.length() > UUID_DIGITS) {
      throw new TypeConversionException(
          "'"
              + word
              + "' is not a task ID: a UUID, or at least "
              + ShortIds.MINIMUM
              + " of its last digits, as 'console list' shows them");
    }
    return new TaskId(digits);
  }

  /**
   * Reads the task.
   *
   * @throws NotFoundException if no task has this ID
   * @throws AmbiguousIdException if several IDs end with these digits
   */
  Task require(TaskSession session) {
    return session.tasks().findById(resolve(session)).orElseThrow(this::notFound);
  }

  private UUID resolve(TaskSession session) {
    if (digits.length() == UUID_DIGITS) {
      return uuid();
    }
    List<UUID> found = ShortIds.find(session, digits);
    if (found.isEmpty()) {
      throw notFound();
    } else if (found.size() > 1) {
      throw ambiguous(session, found);
    }
    return found.get(0);
  }

  private UUID uuid() {
    return new UUID(
        Long.parseUnsignedLong(digits.substring(0, UUID_DIGITS / 2), 16),
        Long.parseUnsignedLong(digits.substring(UUID_DIGITS / 2), 16));
  }

  private NotFoundException notFound() {
    String shown = digits.length() == UUID_DIGITS ? uuid().toString() : digits;
    return new NotFoundException("Task " + shown + " does not exist.");
  }

  private AmbiguousIdException ambiguous(TaskSession session, List<UUID> found) {
    ShortIds shortIds = ShortIds.of(found);
    String candidates =
        session
            .tasks()
            .findAllById(found.subList(0, Math.min(found.size(), LISTED_CANDIDATES)))
            .stream()
            .map(task -> shortIds.of(task.id()) + " (" + task.title() + ")")
            .collect(Collectors.joining(", "));
    int others = found.size() - LISTED_CANDIDATES;
    return new AmbiguousIdException(
        "Task ID "
            + digits
            + " is ambiguous: "
            + candidates
            + (others > 0 ? " and " + others + " more" : "")
            + ". Give more digits.");
  }
}
