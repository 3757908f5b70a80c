package dev.taskstore.examples.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubIssueReaderTest {

  private static final String ISSUE =
      """
      {"id": 7, "title": "Grüße 🚀", "user": {"login": "ada"}, "state": "closed",
       "labels": [{"name": "bug"}, "later", {"name": "bug"}], "body": "one\\r\\ntwo",
       "created_at": "2026-01-01T10:00:00Z", "updated_at": "2026-01-03T10:00:00Z",
       "closed_at": "2026-01-02T12:00:00+02:00", "comments": 3}
      """;

  private static List<GitHubIssue> read(String json) throws IOException {
    return GitHubIssueReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsAnIssueWithAllItsFields() throws IOException {
    GitHubIssue issue = read("[" + ISSUE + "]").get(0);

    assertThat(issue.username()).isEqualTo("ada");
    assertThat(issue.email()).isEqualTo("ada@users.noreply.github.com");
    assertThat(issue.title()).isEqualTo("Grüße 🚀");
    assertThat(issue.body()).isEqualTo("one\r\ntwo");
    assertThat(issue.createdAt()).isEqualTo("2026-01-01T10:00:00Z");
    assertThat(issue.updatedAt()).isEqualTo("2026-01-03T10:00:00Z");
    assertThat(issue.closedAt()).isEqualTo("2026-01-02T10:00:00Z");
    assertThat(issue.tags()).containsExactly("bug", "later");
  }

  @Test
  void derivesTheSameIdentifierEveryTimeAndOrdersItByCreation() throws IOException {
    UUID early = read("[" + ISSUE + "]").get(0).id();
    UUID late = read("[" + ISSUE.replace("2026-01-01", "2026-01-02") + "]").get(0).id();

    assertThat(early).isEqualTo(read("[" + ISSUE + "]").get(0).id());
    assertThat(early.version()).isEqualTo(7);
    assertThat(early.variant()).isEqualTo(2);
    assertThat(early.getMostSignificantBits() >>> 16)
        .isEqualTo(Instant.parse("2026-01-01T10:00:00Z").toEpochMilli());
    assertThat(late.toString()).isGreaterThan(early.toString());
  }

  @Test
  void takesANodeIdThatIsAUuidAsIdentifier() throws IOException {
    UUID id = UUID.fromString("01940000-0021-7000-8000-000000000021");

    assertThat(read("[{\"node_id\": \"" + id + "\"," + ISSUE.substring(1) + "]"))
        .extracting(GitHubIssue::id)
        .containsExactly(id);
    assertThat(read("[{\"node_id\": \"MDU6SXNzdWU3\"," + ISSUE.substring(1) + "]"))
        .extracting(GitHubIssue::id)
        .containsExactly(read("[" + ISSUE + "]").get(0).id());
  }

  @Test
  void readsAnEmptyFileOfIssues() throws IOException {
    assertThat(read(" [ ] ")).isEmpty();
  }

  @Test
  void acceptsMissingTextLabelsAndAuthor() throws IOException {
    GitHubIssue issue =
        read("""
        [{"id": 1, "title": "t", "user": null, "state": "open", "closed_at": null,
          "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}]
        """)
            .get(0);

    assertThat(issue.username()).isEqualTo("ghost");
    assertThat(issue.body()).isNull();
    assertThat(issue.tags()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-01-01T10:00:00Z\" | \"yesterday\"  | issues[1].created_at: not an ISO 8601 date and"
            + " time",
        "\"closed\"               | \"merged\"     | issues[1].state: not open or closed",
        "\"Grüße 🚀\"             | \"\"           | issues[1].title: must not be empty",
        "\"Grüße 🚀\"             | 12             | issues[1].title: not a string",
        "{\"login\": \"ada\"}     | {}             | issues[1].user.login: missing",
        "\"later\"                | {\"name\": \"\"} | issues[1].labels[1].name: must not be empty",
        "\"later\"                | 4              | issues[1].labels[1].name: missing",
        "\"id\": 7                | \"id\": \"7\"  | issues[1].id: not an integer",
      })
  void namesTheElementThatIsBroken(String good, String bad, String message) {
    String other = ISSUE.replace("\"id\": 7", "\"id\": 6");

    assertThatThrownBy(() -> read("[" + other + "," + ISSUE.replace(good, bad) + "]"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(message);
  }

  @Test
  void refusesTitlesThatAreTooLong() throws IOException {
    String rocket = "🚀";

    assertThat(read("[" + ISSUE.replace("Grüße 🚀", rocket.repeat(255)) + "]")).hasSize(1);
    assertThatThrownBy(() -> read("[" + ISSUE.replace("Grüße 🚀", rocket.repeat(256)) + "]"))
        .hasMessage("issues[0].title: has 256 characters; the maximum is 255");
  }

  @Test
  void refusesTextThatDatabasesCannotStore() {
    assertThatThrownBy(() -> read("[" + ISSUE.replace("Grüße 🚀", "\\u0000") + "]"))
        .hasMessageStartingWith("issues[0].title: the text contains a NUL character at index 0");
    assertThatThrownBy(() -> read("[" + ISSUE.replace("one", "\\ud800") + "]"))
        .hasMessageStartingWith("issues[0].body: the text contains a lone surrogate at index 0");
  }

  @Test
  void refusesAnIssueThatStandsTwice() {
    assertThatThrownBy(() -> read("[" + ISSUE + "," + ISSUE + "]"))
        .hasMessage("issues[1].id: duplicate of issues[0].id");
  }

  @Test
  void namesTheLineOfMalformedJson() {
    assertThatThrownBy(() -> read("[\n" + ISSUE + "\n"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageStartingWith("line ")
        .hasMessageContaining("not well-formed JSON");
    assertThatThrownBy(() -> read("[\n{\"id\": 1,\n \"id\": 2}]"))
        .hasMessageStartingWith("line 3, column 6: not well-formed JSON (Duplicate field 'id'");
    assertThatThrownBy(() -> read("")).hasMessage("line 1: not a JSON array of issues");
    assertThatThrownBy(() -> read("[]\n7")).hasMessage("line 2: not a JSON array of issues");
    assertThatThrownBy(() -> read("[3]")).hasMessage("issues[0]: not an object");
  }

  private static final String CLI_ISSUE =
      """
      {"id": "I_kwDOABC", "number": 5, "title": "Grüße 🚀", "author": {"login": "ada", "is_bot": false},
       "labels": [{"id": "LA_1", "name": "bug"}], "state": "CLOSED", "body": "text",
       "createdAt": "2026-01-01T10:00:00Z", "updatedAt": "2026-01-03T10:00:00Z",
       "closedAt": "2026-01-02T10:00:00Z"}
      """;

  @Test
  void readsTheOutputOfTheCommandLineProgram() throws IOException {
    GitHubIssue issue = read("[" + CLI_ISSUE + "]").get(0);

    assertThat(issue.title()).isEqualTo("Grüße 🚀");
    assertThat(issue.username()).isEqualTo("ada");
    assertThat(issue.tags()).containsExactly("bug");
    assertThat(issue.body()).isEqualTo("text");
    assertThat(issue.createdAt()).isEqualTo("2026-01-01T10:00:00Z");
    assertThat(issue.updatedAt()).isEqualTo("2026-01-03T10:00:00Z");
    assertThat(issue.closedAt()).isEqualTo("2026-01-02T10:00:00Z");
    assertThat(issue.id()).isEqualTo(read("[" + CLI_ISSUE + "]").get(0).id());
    assertThat(read("[" + CLI_ISSUE.replace("CLOSED", "MERGED") + "]").get(0).closedAt())
        .isNotNull();
    assertThat(read("[" + CLI_ISSUE.replace("CLOSED", "OPEN") + "]").get(0).closedAt()).isNull();
    assertThat(read("[" + CLI_ISSUE.replace("\"ada\"", "\"\"") + "]").get(0).username())
        .isEqualTo("ghost");
  }

  @Test
  void refusesCommandLineOutputWithoutTheNecessaryFields() {
    assertThatThrownBy(() -> read("[{\"number\": 5, \"title\": \"t\", \"state\": \"OPEN\"}]"))
        .hasMessage(
            "issues[0]: id, body, author, labels, createdAt, updatedAt, closedAt: missing. Use: gh"
                + " issue list --state all --limit 1000 --json"
                + " id,title,body,author,labels,state,createdAt,updatedAt,closedAt");
    for (String fields :
        List.of("\"title\": \"t\"", "\"id\": \"I_5\", \"number\": 5, \"labels\": []")) {
      assertThatThrownBy(() -> read("[{" + fields + "}]"))
          .hasMessageContaining("createdAt, updatedAt, closedAt: missing. Use: gh issue list ");
    }
    assertThatThrownBy(() -> read("[" + CLI_ISSUE.replace("labels", "assignees") + "]"))
        .hasMessageStartingWith("issues[0]: labels: missing. Use: gh issue list ");
  }

  @Test
  void readsSeveralArraysNestedArraysAndSingleIssues() throws IOException {
    String first = ISSUE;
    String second = ISSUE.replace("\"id\": 7", "\"id\": 8");
    List<UUID> ids = read("[" + first + "," + second + "]").stream().map(GitHubIssue::id).toList();

    for (String file :
        List.of(
            "[" + first + "][" + second + "]",
            "[" + first + "]\n[]\n[" + second + "]\n",
            "[[" + first + "],[" + second + "],[]]",
            first + "\n" + second)) {
      assertThat(read(file)).extracting(GitHubIssue::id).isEqualTo(ids);
    }
    assertThatThrownBy(() -> read("[" + first + "][" + first + "]"))
        .hasMessage("issues[1].id: duplicate of issues[0].id");
    assertThatThrownBy(() -> read("[[[" + first + "]]]")).hasMessage("issues[0]: not an object");
  }

  @Test
  void advisesForOtherDocuments() {
    assertThatThrownBy(() -> read("{\"message\": \"Not Found\", \"status\": \"404\"}"))
        .hasMessage("line 1: not issues but an error of GitHub: Not Found");
    assertThatThrownBy(() -> read("{\"items\": [], \"next\": null}"))
        .hasMessage("line 1: not issues but the output of 'console list'. Use: console export");
    assertThatThrownBy(() -> read("{}"))
        .hasMessage(
            "line 1: not a JSON array of issues. Use: gh api --paginate"
                + " 'repos/OWNER/NAME/issues?state=all'");
  }

  @Test
  void takesANodeIdOf36CharactersThatIsNoUuidAsAnyOtherNodeId() throws IOException {
    String nodeId = "I_kwDOABCDEFGHIJKLMNOPQRSTUVWXYZ0123";

    assertThat(nodeId).hasSize(36);
    assertThat(read("[{\"node_id\": \"" + nodeId + "\"," + ISSUE.substring(1) + "]"))
        .extracting(GitHubIssue::id)
        .containsExactly(read("[" + ISSUE + "]").get(0).id());
  }

  @Test
  void describesMalformedJsonWithItsPlaceOnly() {
    for (String file :
        List.of("[", "[" + ISSUE, "[" + ISSUE + "}", "[{\"id\": 1, \"title\"", "[1e]")) {
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(InvalidFileException.class)
          .hasMessageMatching("line \\d+, column \\d+: not well-formed JSON \\(.*\\)")
          .hasMessageNotContainingAny("REDACTED", "StreamReadFeature", "Source");
    }
    assertThatThrownBy(
            () ->
                GitHubIssueReader.read(
                    new ByteArrayInputStream(new byte[] {'[', '"', (byte) 0xFF})))
        .isInstanceOf(InvalidFileException.class);
  }
}
