package dev.taskstore.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of a manifest in an archive. */
final class ManifestJson {

  private static final String FORMAT = "taskstore-archive";

  /** The same line ends on every system: archives of the same rows are equal. */
  private static final JSON WRITER =
      JSON.std.with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private static final JSON READER =
      JSON.builder(
              JsonFactory.builder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
                  .build())
          .enable(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS)
          .build();

  private ManifestJson() {}

  static String write(ArchiveManifest manifest) {
    Map<String, @Nullable Object> changelog = new LinkedHashMap<>();
    changelog.put("resource", manifest.changelog());
    changelog.put("digest", manifest.changelogDigest());
    changelog.put("tag", manifest.tag().orElse(null));
    changelog.put("changeSets", manifest.changeSets().stream().map(ManifestJson::write).toList());
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("formatVersion", manifest.formatVersion());
    document.put("createdAt", manifest.createdAt().toString());
    document.put("libraryVersion", manifest.libraryVersion());
    document.put("dialect", manifest.dialect());
    document.put("databaseVersion", manifest.databaseVersion());
    document.put("changelog", changelog);
    document.put("tables", manifest.tables().stream().map(ManifestJson::write).toList());
    document.put("omittedTables", manifest.omittedTables());
    try {
      return WRITER.asString(document) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("A buffer in memory rejects no text", e);
    }
  }

  private static Map<String, Object> write(ArchivedChangeSet changeSet) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("file", changeSet.file());
    node.put("id", changeSet.id());
    node.put("author", changeSet.author());
    return node;
  }

  private static Map<String, @Nullable Object> write(ArchivedTable table) {
    Map<String, @Nullable Object> node = new LinkedHashMap<>();
    node.put("name", table.name());
    node.put("file", table.file());
    node.put("rows", table.rows());
    node.put("sha256", table.sha256());
    node.put("columns", table.columns().stream().map(ManifestJson::write).toList());
    node.put("key", table.key());
    node.put("references", table.references());
    node.put("identity", table.identity().orElse(null));
    return node;
  }

  private static Map<String, Object> write(ArchivedColumn column) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", column.name());
    node.put("type", column.type());
    if (column.precision() > 0) {
      node.put("precision", column.precision());
    }
    node.put("scale", column.scale());
    node.put("nullable", column.isNullable());
    return node;
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException when the text is not a manifest
   * @throws ArchiveMismatchException when the format is newer than this library
   */
  static ArchiveManifest read(byte[] json) throws IOException {
    try {
      return read(new Node(READER.mapFrom(json)));
    } catch (JsonProcessingException
        | DateTimeException
        | ArithmeticException
        | MalformedException e) {
      throw new IOException("its manifest is malformed", e);
    }
  }

  private static ArchiveManifest read(Node document) throws IOException {
    if (!document.text("format").equals(FORMAT)) {
      throw new IOException("its manifest is not one of TaskStore");
    }
    int version = Math.toIntExact(document.number("formatVersion"));
    if (version > ArchiveFormat.VERSION) {
      throw new ArchiveMismatchException(
          "The archive has the format "
              + version
              + ", and this program reads formats up to "
              + ArchiveFormat.VERSION
              + ". Upgrade the program.",
          null);
    }
    Node changelog = document.node("changelog");
    return new ArchiveManifest(
        version,
        Instant.parse(document.text("createdAt")),
        document.text("libraryVersion"),
        document.text("dialect"),
        document.text("databaseVersion"),
        changelog.text("resource"),
        changelog.text("digest"),
        changelog.optional("tag"),
        changelog.nodes("changeSets").stream().map(ManifestJson::changeSet).toList(),
        document.nodes("tables").stream().map(ManifestJson::table).toList(),
        document.texts("omittedTables"));
  }

  private static ArchivedChangeSet changeSet(Node node) {
    return new ArchivedChangeSet(node.text("file"), node.text("id"), node.text("author"));
  }

  private static ArchivedTable table(Node node) {
    return new ArchivedTable(
        node.text("name"),
        node.text("file"),
        node.nodes("columns").stream().map(ManifestJson::column).toList(),
        node.texts("key"),
        node.texts("references"),
        node.optional("identity"),
        node.number("rows"),
        node.text("sha256"));
  }

  private static ArchivedColumn column(Node node) {
    return new ArchivedColumn(
        node.text("name"),
        node.text("type"),
        node.has("precision") ? Math.toIntExact(node.number("precision")) : 0,
        Math.toIntExact(node.number("scale")),
        node.flag("nullable"));
  }

  /** A member of the manifest is missing or has another type than this version of the format. */
  private static final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedException(String name) {
      super("The member " + name + " is missing or has another type");
    }
  }

  /** A JSON object. */
  private record Node(Map<?, ?> members) {

    private static <T> T cast(String name, @Nullable Object value, Class<T> type) {
      if (!type.isInstance(value)) {
        throw new MalformedException(name);
      }
      return type.cast(value);
    }

    private <T> T member(String name, Class<T> type) {
      return cast(name, members.get(name), type);
    }

    String text(String name) {
      return member(name, String.class);
    }

    Optional<String> optional(String name) {
      return members.get(name) == null ? Optional.empty() : Optional.of(text(name));
    }

    boolean has(String name) {
      return members.containsKey(name);
    }

    long number(String name) {
      Number number = member(name, Number.class);
      if (!(number instanceof Integer || number instanceof Long) || number.longValue() < 0) {
        throw new MalformedException(name);
      }
      return number.longValue();
    }

    boolean flag(String name) {
      return member(name, Boolean.class);
    }

    Node node(String name) {
      return new Node(member(name, Map.class));
    }

    List<Node> nodes(String name) {
      List<?> values = member(name, List.class);
      return values.stream().map(value -> new Node(cast(name, value, Map.class))).toList();
    }

    List<String> texts(String name) {
      List<?> values = member(name, List.class);
      return values.stream().map(value -> cast(name, value, String.class)).toList();
    }
  }
}
