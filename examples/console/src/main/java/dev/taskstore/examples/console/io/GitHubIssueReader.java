package dev.taskstore.examples.console.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/**
 * Reads issues in the format of GitHub's REST API: a JSON array of objects with {@code id}, {@code
 * title}, {@code user}, {@code labels}, {@code state}, {@code created_at}, {@code updated_at},
 * {@code closed_at} and {@code body}. Other fields are ignored.
 *
 * <p>If {@code node_id} is a UUID, as {@link GitHubIssueWriter} writes it, it is the ID of the
 * task.
 */
public final class GitHubIssueReader {

  /** The user that GitHub shows as the author of issues of deleted accounts. */
  private static final String GHOST = "ghost";

  private static final int UUID_LENGTH = 36;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private GitHubIssueReader() {}

  /**
   * Reads all issues.
   *
   * @param in the file; this method does not close it
   * @return the issues in the order of the file
   * @throws InvalidFileException if the content is invalid
   * @throws IOException if the file cannot be read
   */
  public static List<GitHubIssue> read(InputStream in) throws IOException {
    List<GitHubIssue> issues = new ArrayList<>();
    Map<UUID, String> places = new HashMap<>();
    try (JsonParser parser =
        MAPPER.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new InvalidFileException("line 1", "not a JSON array of issues");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        String where = "issues[" + issues.size() + "]";
        GitHubIssue issue = issue(where, MAPPER.readTree(parser));
        String earlier = places.putIfAbsent(issue.id(), where);
        if (earlier != null) {
          throw new InvalidFileException(where + ".id", "duplicate of " + earlier + ".id");
        }
        issues.add(issue);
      }
      if (parser.nextToken() != null) {
        throw new InvalidFileException(
            "line " + parser.currentTokenLocation().getLineNr(),
            "unexpected content after the array of issues");
      }
    } catch (JsonProcessingException e) {
      throw malformed(e, issues.size());
    }
    return issues;
  }

  private static InvalidFileException malformed(JsonProcessingException e, int index) {
    String where =
        e.getLocation() == null
            ? "issues[" + index + "]"
            : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    return new InvalidFileException(
        where,
        "not well-formed JSON (" + e.getOriginalMessage().lines().findFirst().orElse("") + ")");
  }

  private static GitHubIssue issue(String where, JsonNode node) {
    if (node == null || !node.isObject()) {
      throw new InvalidFileException(where, "not an object");
    }
    Instant createdAt = instant(where + ".created_at", node.path("created_at"));
    Instant updatedAt = instant(where + ".updated_at", node.path("updated_at"));
    boolean closed = isClosed(where + ".state", node.path("state"));
    return new GitHubIssue(
        id(where, node, createdAt),
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

  private static UUID id(String where, JsonNode node, Instant createdAt) {
    String nodeId = node.path("node_id").asText();
    if (nodeId.length() == UUID_LENGTH) {
      try {
        return UUID.fromString(nodeId);
      } catch (IllegalArgumentException e) {
        throw new InvalidFileException(where + ".node_id", "not a UUID");
      }
    }
    JsonNode id = node.path("id");
    if (!id.isIntegralNumber() || !id.canConvertToLong()) {
      throw new InvalidFileException(where + ".id", "not an integer");
    }
    return DerivedId.of(createdAt, "github-issue:" + id.longValue());
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
