package dev.taskstore.codegen.snapshot;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.merge.Difference;
import dev.taskstore.codegen.merge.MergedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a snapshot. */
final class SnapshotReader {

  private List<String> databases = List.of();
  private List<String> contexts = List.of();
  private final SortedMap<String, String> files = new TreeMap<>();
  private final SortedMap<String, String> folders = new TreeMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private final List<CatalogTable> tables = new ArrayList<>();
  private Optional<TableLines> table = Optional.empty();

  private SnapshotReader() {}

  /** Returns empty if the text is damaged or of another version: the databases are read again. */
  static Optional<SchemaSnapshot> read(String text) {
    List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    if (lines.isEmpty() || !lines.get(0).equals(SnapshotWriter.VERSION)) {
      return Optional.empty();
    }
    SnapshotReader reader = new SnapshotReader();
    try {
      for (String line : lines.subList(1, lines.size())) {
        Optional<List<String>> tokens = Tokens.split(line);
        if (tokens.isEmpty()) {
          return Optional.empty();
        }
        if (!tokens.get().isEmpty()) {
          reader.line(tokens.get().get(0), tokens.get().subList(1, tokens.get().size()));
        }
      }
      reader.endTable();
      return Optional.of(reader.snapshot());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private SchemaSnapshot snapshot() {
    return new SchemaSnapshot(
        new SnapshotInputs(databases, contexts, files, folders),
        new MergedSchema(new Catalog(tables), differences));
  }

  private void line(String word, List<String> tokens) {
    switch (word) {
      case "databases" -> databases = tokens;
      case "contexts" -> contexts = tokens;
      case "file" -> files.put(tokens.get(1), tokens.get(0));
      case "folder" -> folders.put(tokens.get(1), tokens.get(0));
      case "difference" ->
          differences.add(new Difference(tokens.get(0), tokens.get(1), tokens.get(2)));
      case "table" -> {
        endTable();
        table = Optional.of(new TableLines(tokens.get(0)));
      }
      default ->
          table
              .orElseThrow(() -> new IllegalArgumentException("no table: " + word))
              .line(word, tokens);
    }
  }

  private void endTable() {
    table.ifPresent(lines -> tables.add(lines.table()));
    table = Optional.empty();
  }
}
