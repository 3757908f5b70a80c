package dev.taskstore.examples.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.dialect.tck.TckDatabase;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same conversation with the SDK's client by HTTP on both databases, and with a process. */
class SameAnswersTest {

  @TempDir private static Path folder;

  private static List<String> sqlite;
  private static List<String> postgres;
  private static List<String> process;
  private static Path file;

  @BeforeAll
  static void converse() throws IOException, SQLException {
    Locale.setDefault(Locale.ROOT);
    file = folder.resolve("process.db");
    sqlite = byHttp(Databases.sqlite(folder));
    try (TckDatabase database = Databases.postgres()) {
      postgres = byHttp(database);
    }
    process = byProcess();
  }

  private static List<String> byHttp(TckDatabase database) throws IOException {
    try (RunningServer server = new RunningServer(database);
        McpSyncClient client = server.adasClient()) {
      Conversation conversation = new Conversation(client);
      Week.run(conversation);
      return conversation.responses();
    }
  }

  private static List<String> byProcess() {
    ServerParameters command =
        ServerParameters.builder(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .args(ChatbotProcess.arguments(FixedChatbot.class, file))
            .build();
    StdioClientTransport transport = new StdioClientTransport(command, McpJsonDefaults.getMapper());
    try (McpSyncClient client =
        McpClient.sync(transport).requestTimeout(Duration.ofSeconds(60)).build()) {
      client.initialize();
      Conversation conversation = new Conversation(client);
      Week.run(conversation);
      assertThat(Path.of(file + "-wal")).exists();
      return conversation.responses();
    }
  }

  @Test
  void sqliteAndPostgresGiveTheSameBytes() {
    assertThat(postgres).isEqualTo(sqlite);
  }

  @Test
  void standardOutputAndHttpGiveTheSameBytes() {
    assertThat(process).isEqualTo(sqlite);
  }

  /** The SDK's client ends its process with SIGTERM. */
  @Test
  void theStoreIsClosedWhenTheClientEndsTheProcess() throws InterruptedException {
    Path wal = Path.of(file + "-wal");
    for (int i = 0; Files.exists(wal) && i < 1000; i++) {
      Thread.sleep(10);
    }
    assertThat(wal).doesNotExist();
  }

  @Test
  void noAnswerContainsASecret() {
    assertThat(sqlite)
        .isNotEmpty()
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .doesNotContain(
                        RunningServer.MARKER,
                        "@example.com",
                        "taskstore_",
                        "jdbc:",
                        "org.jooq",
                        "dev.taskstore",
                        "Exception",
                        "select ",
                        "users."));
  }

  /** Returns the start of the text of each response of a tool. */
  private static List<String> texts(String tool) {
    return sqlite.stream()
        .filter(answer -> answer.startsWith(tool + " "))
        .map(answer -> answer.replaceFirst(".*?\"text\":\"(.*?)[.\"].*", "$1"))
        .toList();
  }

  @Test
  void filtersAreCombinedAndPagesFollowTheirCursor() {
    assertThat(texts("find-tasks").subList(0, 7))
        .containsExactly(
            "3 of 3 tasks",
            "0 of 0 tasks",
            "1 of 1 tasks",
            "2 of 2 tasks",
            "1 of 1 tasks",
            "2 of 3 tasks",
            "1 of 3 tasks");
    assertThat(texts("overdue-tasks")).containsExactly("1 of 1 overdue tasks");
  }

  @Test
  void batchesReportEachFailureAndAreErrorsIfAllItemsFail() {
    assertThat(texts("update-tasks").subList(0, 2))
        .containsExactly("1 updated, 2 failed", "0 updated, 1 failed");
    assertThat(texts("complete-tasks").subList(0, 2))
        .containsExactly("2 completed, 1 failed", "1 completed, 0 failed");
    assertThat(texts("delete-tasks")).containsExactly("1 deleted, 1 failed", "0 deleted, 1 failed");
    assertThat(sqlite)
        .filteredOn(answer -> answer.contains(" 0 failed") || answer.contains("1 failed"))
        .allSatisfy(
            answer ->
                assertThat(answer.contains("\"isError\":true"))
                    .isEqualTo(answer.contains("\"text\":\"0 ")));
  }

  @Test
  void aDescriptionIsWholeIfOneIdIsGiven() {
    assertThat(sqlite)
        .filteredOn(answer -> answer.startsWith("find-tasks ") && answer.contains("x".repeat(500)))
        .allSatisfy(
            answer ->
                assertThat(answer.contains("x".repeat(600)))
                    .isNotEqualTo(answer.contains("\"descriptionIsCut\":true")))
        .filteredOn(answer -> answer.contains("x".repeat(600)))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("\"appliedFilters\":{\"ids\":[");
  }

  @Test
  void aCompletedTaskIsNotCompletedAgain() {
    assertThat(sqlite)
        .filteredOn(answer -> answer.startsWith("complete-tasks ") && answer.contains("Straße"))
        .hasSize(2)
        .allSatisfy(answer -> assertThat(answer).contains("\"version\":1"));
  }

  @Test
  void refusedCallsNameTheArgumentAndChangeNothing() {
    List<String> refused =
        sqlite.stream().filter(answer -> answer.contains("Invalid arguments")).toList();

    assertThat(refused)
        .hasSizeGreaterThan(12)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .contains("\"isError\":true", "Nothing was changed. Correct the arguments"));
    assertThat(String.join("\n", refused))
        .contains(
            "/tasks/0: required property 'title' not found",
            "/tasks/0/priority: does not have a value in the enumeration",
            "tasks[0].dueAt must be a date and time with an offset",
            "ids[0] must be the id of a task as find-tasks returns it, a UUID",
            "/limit: must have a maximum value of 50");
    assertThat(sqlite).noneMatch(answer -> answer.contains("\"title\":\"not added\""));
  }
}
