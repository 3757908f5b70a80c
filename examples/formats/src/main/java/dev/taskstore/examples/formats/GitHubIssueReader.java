package dev.taskstore.examples.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads issues in the formats of GitHub's REST API and its command-line program:
 *
 * <ul>
 *   <li>a JSON array of objects with {@code id}, {@code title}, {@code user}, {@code labels},
 *       {@code state}, {@code created_at}, {@code updated_at}, {@code closed_at} and {@code body}.
 *       Other fields are ignored.
 *   <li>several arrays, as {@code gh api --paginate} writes them, or an array of arrays ({@code
 *       --slurp}), or objects without an array ({@code --jq '.[]'}).
 *   <li>the array of {@code gh issue list --json}, if it has the fields of {@link
 *       GitHubCliIssue#COMMAND}.
 * </ul>
 *
 * <p>If {@code node_id} is a UUID, as {@link GitHubIssueWriter} writes it, it is the ID of the
 * task. Other IDs are derived from {@code id}. This is a number in the REST API and a text in the
 * output of {@code gh issue list}, so the same issue from both has two IDs.
 */
public final class GitHubIssueReader {

  /** The user that GitHub shows as the author of issues of deleted accounts. */
  private static final String GHOST = "ghost";

  private static final Pattern UUID_FORM =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Jackson's description of a source that it does not print; the place follows it. */
  private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;\\]]*; (.*?)\\]");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final List<GitHubIssue> issues = new ArrayList<>();
  private final Map<UUID, String> places = new HashMap<>();
  private final Consumer<InvalidFileException> refused;
  private int count;

  private GitHubIssueReader(Consumer<InvalidFileException> refused) {
    this.refused = refused;
  }

  /**
   * Reads all issues.
   *
   * @param in the file; this method does not close it
   * @return the issues in the order of the file
   * @throws InvalidFileException if the content is invalid
   * @throws IOException if the file cannot be read
   */
  public static List<GitHubIssue> read(InputStream in) throws IOException {
    return read(in, InvalidFileException::raise);
  }

  /**
   * Reads all valid issues.
   *
   * @param in the file; this method does not close it
   * @param refused receives the problem of each issue that is invalid
   * @return the other issues in the order of the file
   * @throws InvalidFileException if the content is not JSON or contains no issues
   * @throws IOException if the file cannot be read
   */
  public static List<GitHubIssue> read(InputStream in, Consumer<InvalidFileException> refused)
      throws IOException {
    GitHubIssueReader reader = new GitHubIssueReader(refused);
    try (JsonParser parser =
        MAPPER.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
      reader.read(parser);
    } catch (JsonProcessingException e) {
      throw reader.malformed(e);
    } catch (CharConversionException e) {
      throw new InvalidFileException("issues[" + reader.count + "]", "not UTF-8");
    }
    return reader.issues;
  }

  private void read(JsonParser parser) throws IOException {
    boolean isEmpty = true;
    while (parser.nextToken() != null) {
      isEmpty = false;
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        array(parser, true);
      } else if (parser.currentToken() == JsonToken.START_OBJECT) {
        JsonNode node = MAPPER.readTree(parser);
        checkDocument(node);
        add(node);
      } else {
        throw new InvalidFileException(
            "line " + parser.currentTokenLocation().getLineNr(), "not a JSON array of issues");
      }
    }
    if (isEmpty) {
      throw new InvalidFileException("line 1", "not a JSON array of issues");
    }
  }

  private void array(JsonParser parser, boolean isOuter) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (isOuter && parser.currentToken() == JsonToken.START_ARRAY) {
        array(parser, false);
      } else {
        add(MAPPER.readTree(parser));
      }
    }
  }

  private void add(JsonNode node) {
    try {
      add("issues[" + count + "]", node);
    } catch (InvalidFileException e) {
      refused.accept(e);
    }
    count++;
  }

  private void add(String where, JsonNode node) {
    if (node == null || !node.isObject()) {
      throw new InvalidFileException(where, "not an object");
    }
    boolean isCliIssue = GitHubCliIssue.matches(node);
    GitHubIssue issue =
        issue(where, isCliIssue ? GitHubCliIssue.toRest(where, node) : node, isCliIssue);
    String earlier = places.putIfAbsent(issue.id(), where);
    if (earlier != null) {
      throw new InvalidFileException(where + ".id", "duplicate of " + earlier + ".id");
    }
    issues.add(issue);
  }

  /** Refuses documents that are no issue, with advice. */
  private static void checkDocument(JsonNode node) {
    if (node.has("title")) {
      return;
    } else if (node.path("message").isTextual()) {
      throw new InvalidFileException(
          "line 1", "not issues but an error of GitHub: " + node.path("message").textValue());
    } else if (node.has("items") && node.has("next")) {
      throw new InvalidFileException(
          "line 1", "not issues but the output of 'console list'. Use: console export");
    }
    throw new InvalidFileException(
        "line 1",
        "not a JSON array of issues. Use: gh api --paginate 'repos/OWNER/NAME/issues?state=all'");
  }

  private InvalidFileException malformed(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? "issues[" + count + "]"
            : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    String reason = e.getOriginalMessage().lines().findFirst().orElse("");
    return new InvalidFileException(
        where, "not well-formed JSON (" + SOURCE.matcher(reason).replaceAll("$1") + ")");
  }

  private static GitHubIssue issue(String where, JsonNode node, boolean isCliIssue) {
    Instant createdAt = instant(where + ".created_at", node.path("created_at"));
    Instant updatedAt = instant(where + ".updated_at", node.path("updated_at"));
    boolean closed = isClosed(where + ".state", node.path("state"));
    return new GitHubIssue(
        id(where, node, createdAt, isCliIssue),
        username(where + ".user", node.path("user")),
        FieldChecks.text(
            where + ".title",
            text(where + ".title", node.path("title")),
            1,
            FieldChecks.MAXIMUM_TITLE),
        body(where + ".body", node.path("body")),
        createdAt,
        updatedAt,
        closed ? instant(where + ".closed_at", node.path("closed_at")) : null,
        labels(where + ".labels", node.path("labels")));
  }

  private static UUID id(String where, JsonNode node, Instant createdAt, boolean isCliIssue) {
    String nodeId = node.path("node_id").asText();
    if (UUID_FORM.matcher(nodeId).matches()) {
      return UUID.fromString(nodeId);
    }
    JsonNode id = node.path("id");
    if (!(isCliIssue && id.isTextual()) && (!id.isIntegralNumber() || !id.canConvertToLong())) {
      throw new InvalidFileException(where + ".id", "not an integer");
    }
    return DerivedId.of(createdAt, "github-issue:" + id.asText());
  }

  private static String username(String where, JsonNode user) {
    if (user.isNull()) {
      return GHOST;
    }
    String login = where + ".login";
    return FieldChecks.text(
        login, text(login, user.path("login")), 1, FieldChecks.MAXIMUM_USERNAME);
  }

  private static String body(String where, JsonNode body) {
    if (body.isNull() || body.isMissingNode()) {
      return null;
    }
    return FieldChecks.text(where, text(where, body), 0, FieldChecks.MAXIMUM_DESCRIPTION);
  }

  private static boolean isClosed(String where, JsonNode state) {
    return switch (text(where, state)) {
      case "open" -> false;
      case "closed" -> true;
      default -> throw new InvalidFileException(where, "not open or closed");
    };
  }

  /** In GitHub's API, a label is an object or a string. */
  private static Set<String> labels(String where, JsonNode labels) {
    if (labels.isMissingNode()) {
      return Set.of();
    } else if (!labels.isArray()) {
      throw new InvalidFileException(where, "not an array");
    }
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      boolean isName = labels.get(i).isTextual();
      String place = where + "[" + i + "]" + (isName ? "" : ".name");
      String name = text(place, isName ? labels.get(i) : labels.get(i).path("name"));
      names.add(FieldChecks.text(place, name, 1, FieldChecks.MAXIMUM_TAG));
    }
    return names;
  }

  private static String text(String where, JsonNode node) {
    if (!node.isTextual()) {
      throw new InvalidFileException(where, node.isMissingNode() ? "missing" : "not a string");
    }
    return node.textValue();
  }

  private static Instant instant(String where, JsonNode node) {
    try {
      return FieldChecks.instant(where, OffsetDateTime.parse(text(where, node)).toInstant());
    } catch (DateTimeParseException e) {
      throw new InvalidFileException(where, "not an ISO 8601 date and time");
    }
  }
}
