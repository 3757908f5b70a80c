package dev.taskstore.codegen.lint;

import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code lint:allow RULE reason} in the comment of a changeset.
 *
 * @param rule the id of a rule, as written
 * @param reason the reason for the exception, as written
 */
record Permission(String rule, String reason) {

  private static final Pattern ALLOW =
      Pattern.compile("lint:allow[ \\t]+([\\w-]+)[ \\t:,]*((?:(?!lint:allow)[^\\r\\n])*)");

  static List<Permission> in(String comment) {
    return ALLOW
        .matcher(comment)
        .results()
        .map(match -> new Permission(match.group(1), match.group(2).strip()))
        .toList();
  }
}
