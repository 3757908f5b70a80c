package dev.taskstore.examples.console;

import static dev.taskstore.schema.Tables.USERS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.examples.console.text.Table;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.impl.DSL;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "users",
    description = "Lists all users by name, or adds, exports or erases a user.",
    subcommands = {UsersAddCommand.class, UsersExportCommand.class, UsersEraseCommand.class})
final class UsersCommand extends StoreCommand {

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  void run(TaskStore store) throws IOException {
    List<User> users = store.users().where(DSL.noCondition()).orderBy(USERS.USERNAME.asc()).list();
    if (json) {
      ArrayNode document = JsonNodeFactory.instance.arrayNode();
      for (User user : users) {
        document
            .addObject()
            .put("id", user.id().toString())
            .put("username", user.username())
            .put("email", user.email())
            .put("created_at", user.createdAt().toString());
      }
      print(document);
    } else {
      Table table = new Table().text("USER").text("EMAIL").text("CREATED");
      users.forEach(user -> table.row(user.username(), user.email(), local(user.createdAt())));
      print(table);
      if (users.isEmpty()) {
        remark("No users. Add one: console users add NAME EMAIL");
      }
    }
  }

  private OffsetDateTime local(Instant instant) {
    return OffsetDateTime.ofInstant(instant, environment().zone());
  }
}
