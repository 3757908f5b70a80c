package dev.taskstore.examples.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.chatbot.mcp.TaskServer;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients and models read about the tools. */
class ToolListTest {

  /** Bytes of the list, which every conversation contains: about 4 of them are one token. */
  private static final int MAXIMUM_BYTES = 17_000;

  private static List<Tool> tools;

  @BeforeAll
  static void list() {
    try (TaskStore store = TaskStore.open("jdbc:sqlite::memory:")) {
      tools =
          new TaskServer(store, FixedChatbot.CLOCK)
              .forUsers(
                  HttpServletStatelessServerTransport.builder()
                      .jsonMapper(McpJsonDefaults.getMapper())
                      .build(),
                  context -> UUID.randomUUID())
              .listTools();
    }
  }

  /** Read-only, destructive, idempotent. */
  private static String hints(ToolAnnotations annotations) {
    return (annotations.readOnlyHint() ? "R" : "-")
        + (annotations.destructiveHint() ? "D" : "-")
        + (annotations.idempotentHint() ? "I" : "-");
  }

  @Test
  void everyToolDeclaresWhatItChanges() {
    Map<String, String> hints =
        tools.stream()
            .collect(
                Collectors.toMap(
                    Tool::name, tool -> hints(tool.annotations()), (a, b) -> a, TreeMap::new));

    assertThat(hints)
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "find-tasks", "R-I",
                    "overdue-tasks", "R-I",
                    "statistics", "R-I",
                    "list-tags", "R-I",
                    "add-tasks", "---",
                    "update-tasks", "-D-",
                    "complete-tasks", "--I",
                    "tag-tasks", "--I",
                    "untag-tasks", "-DI",
                    "delete-tasks", "-DI")));
  }

  @Test
  void everyToolHasTextsAndClosedSchemas() {
    assertThat(tools)
        .allSatisfy(
            tool -> {
              assertThat(tool.title()).isNotBlank().isEqualTo(tool.annotations().title());
              assertThat(tool.description()).isNotBlank();
              assertThat(tool.annotations().openWorldHint()).isFalse();
              assertThat(tool.inputSchema())
                  .containsEntry("type", "object")
                  .containsEntry("additionalProperties", false);
              assertThat(tool.outputSchema())
                  .containsEntry("type", "object")
                  .containsEntry("additionalProperties", false);
            });
  }

  @Test
  void theListIsShort() throws IOException {
    String json = McpJsonDefaults.getMapper().writeValueAsString(tools);

    assertThat(json.getBytes(StandardCharsets.UTF_8).length).isLessThan(MAXIMUM_BYTES);
  }
}
