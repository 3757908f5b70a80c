package dev.taskstore.examples.console.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import java.io.IOException;
import java.io.Writer;
import java.util.UUID;

/**
 * Writes issues in the shape of GitHub's REST API.
 *
 * <p>{@code node_id} is the identifier of the task, by which {@link GitHubIssueReader} finds it
 * again; {@code id} is a number made from it, and {@code number} counts the issues in the file.
 * Priorities, due times and whether a task has been begun have no place in that shape.
 */
public final class GitHubIssueWriter implements TaskWriter {

  /** The whole numbers that every reader of JSON keeps exactly. */
  private static final long EXACT_IN_A_DOUBLE = (1L << 53) - 1;

  private final JsonGenerator json;
  private int number;

  /**
   * Begins the file.
   *
   * @param out the file; not closed
   * @throws IOException when it cannot be written
   */
  public GitHubIssueWriter(Writer out) throws IOException {
    json = new JsonFactory().createGenerator(out).setPrettyPrinter(JsonLayout.printer());
    json.writeStartArray();
  }

  @Override
  public void write(TaskDetails details) throws IOException {
    Task task = details.task();
    number++;
    json.writeStartObject();
    json.writeNumberField("id", numberOf(task.id()));
    json.writeStringField("node_id", task.id().toString());
    json.writeNumberField("number", number);
    json.writeStringField("title", task.title());
    json.writeObjectFieldStart("user");
    json.writeStringField("login", details.username());
    json.writeEndObject();
    json.writeArrayFieldStart("labels");
    for (String tag : details.tags()) {
      json.writeStartObject();
      json.writeStringField("name", tag);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("state", task.status() == TaskStatus.COMPLETED ? "closed" : "open");
    json.writeStringField("created_at", task.createdAt().toString());
    json.writeStringField("updated_at", task.updatedAt().toString());
    json.writeStringField(
        "closed_at", task.completedAt() == null ? null : task.completedAt().toString());
    json.writeStringField("body", task.description());
    json.writeEndObject();
  }

  private static long numberOf(UUID id) {
    return id.getLeastSignificantBits() & EXACT_IN_A_DOUBLE;
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeRaw('\n');
    json.flush();
  }
}
