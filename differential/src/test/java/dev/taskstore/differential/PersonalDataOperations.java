package dev.taskstore.differential;

import dev.taskstore.UserRepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The export and the erasure of all rows of a user. */
final class PersonalDataOperations {

  /** A key of each table whose name is in no other table; texts contain escaped quotes only. */
  private static final List<Pattern> ROWS =
      List.of(
          Pattern.compile("(?<!\\\\)\"username\":"),
          Pattern.compile("(?<!\\\\)\"user_id\":"),
          Pattern.compile("(?<!\\\\)\"tag_id\":"),
          Pattern.compile("(?<!\\\\)\"collaborator_id\":"));

  void addTo(Catalogue catalogue) {
    catalogue.add(3, this::export);
    catalogue.add(3, this::erase);
  }

  /** Both databases write the same bytes; the model has the numbers of rows. */
  private Operation export(Draw draw) {
    UUID id = draw.userId();
    return Operation.of(
        "users.exportPersonalData",
        List.of(id),
        side -> {
          String document = document(side.session().users(), id);
          side.note(document);
          return ROWS.stream().map(key -> key.matcher(document).results().count()).toList();
        },
        side -> side.store().users().exported(id));
  }

  private static String document(UserRepository users, UUID id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      users.exportPersonalData(id, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private Operation erase(Draw draw) {
    UUID id = draw.userId();
    return Operation.of(
        "users.erase",
        List.of(id),
        side -> {
          var erased = side.session().users().erase(id);
          return List.of(
              erased.of("users"),
              erased.of("tasks"),
              erased.of("task_tags"),
              erased.of("task_shares"));
        },
        side -> side.store().users().erase(id));
  }
}
