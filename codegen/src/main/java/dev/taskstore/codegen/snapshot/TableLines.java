package dev.taskstore.codegen.snapshot;

import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogForeignKey;
import dev.taskstore.codegen.catalog.CatalogIndex;
import dev.taskstore.codegen.catalog.CatalogKey;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.DataCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the lines of one table. */
final class TableLines {

  private final String name;
  private String remark = "";
  private Optional<ChangeSetKey> createdBy = Optional.empty();
  private final List<CatalogColumn> columns = new ArrayList<>();
  private Optional<CatalogKey> primaryKey = Optional.empty();
  private final List<CatalogKey> uniqueKeys = new ArrayList<>();
  private final List<CatalogIndex> indexes = new ArrayList<>();
  private final List<CatalogForeignKey> foreignKeys = new ArrayList<>();
  private final List<CatalogCheck> checks = new ArrayList<>();

  TableLines(String name) {
    this.name = name;
  }

  CatalogTable table() {
    return new CatalogTable(
        name, remark, createdBy, columns, primaryKey, uniqueKeys, indexes, foreignKeys, checks);
  }

  void line(String word, List<String> tokens) {
    switch (word) {
      case "remark" -> remark(tokens.get(0));
      case "changeset" -> changeSet(tokens);
      case "default" ->
          replaceLast(
              last -> column(last, last.remark(), last.createdBy(), Optional.of(tokens.get(0))));
      case "column" -> columns.add(column(tokens));
      case "primary-key" -> primaryKey = Optional.of(key(tokens));
      case "unique" -> uniqueKeys.add(key(tokens));
      case "index" -> indexes.add(index(tokens, false));
      case "unique-index" -> indexes.add(index(tokens, true));
      case "foreign-key" -> foreignKeys.add(foreignKey(tokens));
      case "check" -> checks.add(new CatalogCheck(tokens.get(0), tokens.get(1)));
      default -> throw new IllegalArgumentException("unknown word " + word);
    }
  }

  private void remark(String text) {
    if (columns.isEmpty()) {
      remark = text;
    } else {
      replaceLast(last -> column(last, text, last.createdBy(), last.defaultExpression()));
    }
  }

  /** A column without a line of its own has the changeset of its table. */
  private void changeSet(List<String> tokens) {
    Optional<ChangeSetKey> key =
        tokens.isEmpty()
            ? Optional.empty()
            : Optional.of(new ChangeSetKey(tokens.get(0), tokens.get(1), tokens.get(2)));
    if (columns.isEmpty()) {
      createdBy = key;
    } else {
      replaceLast(last -> column(last, last.remark(), key, last.defaultExpression()));
    }
  }

  private interface Change {
    CatalogColumn apply(CatalogColumn column);
  }

  private void replaceLast(Change change) {
    int last = columns.size() - 1;
    columns.set(last, change.apply(columns.get(last)));
  }

  private static CatalogColumn column(
      CatalogColumn column,
      String remark,
      Optional<ChangeSetKey> createdBy,
      Optional<String> defaultExpression) {
    return new CatalogColumn(
        column.name(),
        remark,
        createdBy,
        column.category(),
        column.type(),
        column.nullable(),
        defaultExpression,
        column.identity(),
        column.computed(),
        column.collated());
  }

  private CatalogColumn column(List<String> tokens) {
    List<String> facts = tokens.subList(2, tokens.size());
    OptionalInt length = number(facts, "length:");
    return new CatalogColumn(
        tokens.get(0),
        "",
        createdBy,
        facts.stream().flatMap(fact -> DataCategory.of(fact).stream()).findFirst(),
        new CatalogType(
            tokens.get(1),
            length,
            number(facts, "precision:").orElse(0),
            number(facts, "scale:").orElse(0)),
        !facts.contains("not-null"),
        Optional.empty(),
        facts.contains("identity"),
        facts.contains("computed"),
        facts.contains("collated"));
  }

  private static OptionalInt number(List<String> facts, String prefix) {
    return facts.stream()
        .filter(fact -> fact.startsWith(prefix))
        .mapToInt(fact -> Integer.parseInt(fact.substring(prefix.length())))
        .findFirst();
  }

  private static CatalogKey key(List<String> tokens) {
    return new CatalogKey(tokens.get(0), tokens.subList(1, tokens.size()));
  }

  private static CatalogIndex index(List<String> tokens, boolean unique) {
    return new CatalogIndex(
        tokens.get(0),
        unique,
        tokens.subList(1, tokens.size()).stream()
            .map(key -> new CatalogIndex.Key(key.substring(1), key.startsWith("-")))
            .toList());
  }

  /** The second half of the columns are the referenced ones. */
  private static CatalogForeignKey foreignKey(List<String> tokens) {
    List<String> names = tokens.subList(5, tokens.size());
    int half = names.size() / 2;
    return new CatalogForeignKey(
        tokens.get(0),
        names.subList(0, half),
        tokens.get(1),
        names.subList(half, names.size()),
        tokens.get(2),
        tokens.get(3),
        tokens.get(4));
  }
}
