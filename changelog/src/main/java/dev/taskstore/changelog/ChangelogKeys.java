package dev.taskstore.changelog;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.ColumnConfig;
import liquibase.change.core.LoadDataColumnConfig;
import liquibase.precondition.PreconditionFactory;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds unknown keys in a changelog in YAML or JSON, and collects its includes. For one file. */
final class ChangelogKeys {

  /** Keys of changelogs that are no elements or attributes in XML. */
  private static final Set<String> ONLY_KEYS =
      Set.of(
          "changes",
          "columns",
          "comments",
          "preconditions",
          "validCheckSums",
          "alwaysRun",
          "params",
          "<<",
          "filter");

  /** Their keys are the properties of a Java class. */
  private static final Set<String> FREE = Set.of("customChange", "customPrecondition");

  private final Set<String> known;
  private final List<ChangelogSyntax.Include> includes = new ArrayList<>();
  private final List<CustomClass> customClasses = new ArrayList<>();
  private final List<ChangelogSyntax.Problem> problems = new ArrayList<>();

  private ChangelogKeys(Set<String> known) {
    this.known = known;
  }

  static ChangelogSyntax read(byte[] content) {
    ChangelogKeys keys = new ChangelogKeys(known());
    Node root;
    try {
      root =
          new Yaml()
              .compose(
                  new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
    } catch (YAMLException e) {
      root = null; // Liquibase reports malformed files.
    }
    if (root instanceof MappingNode mapping) {
      // Other keys of the root may define anchors.
      mapping.getValue().stream()
          .filter(entry -> key(entry).equals("databaseChangeLog"))
          .forEach(entry -> keys.visit(entry, ""));
    }
    return new ChangelogSyntax(keys.includes, keys.customClasses, keys.problems);
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(ChangelogSchema.names());
    known.addAll(ONLY_KEYS);
    ChangeFactory changes = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
    for (String name : changes.getDefinedChanges()) {
      known.add(name);
      Change change = changes.create(name);
      known.addAll(change.getSerializableFields());
      known.addAll(changes.getChangeMetaData(change).getParameters().keySet());
    }
    known.addAll(new ColumnConfig().getSerializableFields());
    known.addAll(new LoadDataColumnConfig().getSerializableFields());
    known.addAll(PreconditionFactory.getInstance().getPreconditions().keySet());
    return known;
  }

  private static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private void visit(Node node, String changeSet) {
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(child -> visit(child, changeSet));
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        visit(entry, changeSet);
      }
    }
  }

  private void visit(NodeTuple entry, String changeSet) {
    String key = key(entry);
    Node value = entry.getValueNode();
    String inside = key.equals("changeSet") ? value(value, "id") : changeSet;
    if (!known.contains(key)) {
      problems.add(
          new ChangelogSyntax.Problem(
              entry.getKeyNode().getStartMark().getLine() + 1,
              inside,
              "the key " + key + " does not exist in changelogs of Liquibase"));
    } else if (!FREE.contains(key)) {
      visit(value, inside);
    }
    if (FREE.contains(key)) {
      String name = value(value, key.equals("customChange") ? "class" : "className");
      if (!name.isEmpty()) {
        customClasses.add(new CustomClass(name, inside, key));
      }
    }
    String file = key.equals("include") ? value(value, "file") : "";
    if (!file.isEmpty() && !file.contains("${")) {
      includes.add(
          ChangelogSyntax.Include.of(
              file,
              value(value, "relativeToChangelogFile"),
              value(value, "errorIfMissing"),
              value(value, "ignore")));
    }
  }

  /** Returns the scalar value of a key, or an empty text. */
  private static String value(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (key(entry).equals(key) && entry.getValueNode() instanceof ScalarNode scalar) {
          return scalar.getValue();
        }
      }
    }
    return "";
  }
}
