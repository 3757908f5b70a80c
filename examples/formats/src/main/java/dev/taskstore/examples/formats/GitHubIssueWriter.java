package dev.taskstore.examples.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import java.io.IOException;
import java.io.Writer;
import java.util.UUID;

/**
 * Writes issues in the format of GitHub's REST API.
 *
 * <p>{@code node_id} is the ID of the task, which {@link GitHubIssueReader} reads; {@code id} is a
 * number derived from it, and {@code number} is the position of the issue in the file. The format
 * has no priority, due time or in-progress status.
 */
public final class GitHubIssueWriter implements TaskWriter {

  /** The greatest integer that every JSON parser reads exactly, as doubles have 53 bits. */
  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  private final JsonGenerator json;
  private int number;

  /**
   * Starts the file.
   *
   * @param out the file; this class does not close it
   * @throws IOException if it cannot be written
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
    return id.getLeastSignificantBits() & MAX_SAFE_INTEGER;
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeRaw('\n');
    json.flush();
  }
}
