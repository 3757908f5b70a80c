package dev.taskstore.codegen.specification;

import static dev.taskstore.codegen.specification.MarkdownDocument.codeSpan;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.ChangelogScript;
import dev.taskstore.codegen.changelog.DataMark;
import dev.taskstore.codegen.changelog.ScriptedChangeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes each changeset with the statements that apply it and roll it back. */
final class MigrationsSection {

  private final MarkdownDocument document;
  private final List<ChangelogScript> scripts;

  private MigrationsSection(MarkdownDocument document, List<ChangelogScript> scripts) {
    this.document = document;
    this.scripts = scripts;
  }

  static void write(MarkdownDocument document, List<ChangelogScript> scripts, Fragments fragments) {
    document.section("Migrations");
    fragments.text("migrations").ifPresent(document::paragraph);
    document.paragraph(
        "The statements are those that Liquibase sends, without the ones that keep its own books"
            + " (`databasechangelog`, `databasechangeloglock`).");
    MigrationsSection section = new MigrationsSection(document, scripts);
    keys(scripts).forEach(section::changeSet);
  }

  /** All changesets in the order of the changelog, including those for one database only. */
  static List<ChangeSetKey> keys(List<ChangelogScript> scripts) {
    List<ChangeSetKey> keys = new ArrayList<>();
    for (ChangelogScript script : scripts) {
      int position = 0;
      for (ScriptedChangeSet changeSet : script.changeSets()) {
        int known = keys.indexOf(changeSet.key());
        if (known >= 0) {
          position = known + 1;
        } else {
          keys.add(position, changeSet.key());
          position++;
        }
      }
    }
    return keys;
  }

  private void changeSet(ChangeSetKey key) {
    Map<String, ScriptedChangeSet> byDatabase = new LinkedHashMap<>();
    for (ChangelogScript script : scripts) {
      script.changeSets().stream()
          .filter(changeSet -> changeSet.key().equals(key))
          .forEach(changeSet -> byDatabase.put(script.database(), changeSet));
    }
    ScriptedChangeSet first = byDatabase.values().iterator().next();
    document.heading(codeSpan(first.id()));
    document.paragraph(facts(first, List.copyOf(byDatabase.keySet())));
    String comment = DataMark.textWithout(first.comment());
    if (!comment.isEmpty()) {
      document.paragraph(MarkdownDocument.plain(comment));
    }
    document.subheading("Up");
    statements(byDatabase, changeSet -> Optional.of(changeSet.up()));
    document.subheading("Down");
    statements(byDatabase, ScriptedChangeSet::down);
  }

  private String facts(ScriptedChangeSet changeSet, List<String> databases) {
    List<String> facts = new ArrayList<>();
    facts.add(
        "In " + codeSpan(changeSet.file()) + ", by " + MarkdownDocument.plain(changeSet.author()));
    if (!changeSet.contexts().isEmpty()) {
      facts.add("only in the context " + codeSpan(changeSet.contexts()));
    }
    if (databases.size() < scripts.size()) {
      facts.add("only on " + String.join(", ", databases));
    }
    return String.join("; ", facts) + ".";
  }

  /** Databases that get the same statements share a block. */
  private void statements(
      Map<String, ScriptedChangeSet> byDatabase,
      Function<ScriptedChangeSet, Optional<List<String>>> direction) {
    Map<Optional<List<String>>, List<String>> databases = new LinkedHashMap<>();
    byDatabase.forEach(
        (database, changeSet) ->
            databases
                .computeIfAbsent(direction.apply(changeSet), statements -> new ArrayList<>())
                .add(database));
    databases.forEach(
        (statements, names) -> {
          String on = "On " + String.join(" and ", names) + ":";
          if (statements.isEmpty()) {
            document.paragraph(on + " it cannot be taken back, as it has no rollback.");
          } else if (statements.get().isEmpty()) {
            document.paragraph(on + " nothing to do.");
          } else {
            document.paragraph(on);
            document.code("sql", script(statements.get()));
          }
        });
  }

  private static String script(List<String> statements) {
    return statements.stream()
        .map(sql -> sql.startsWith("--") ? sql : sql + ";")
        .collect(Collectors.joining("\n"));
  }
}
