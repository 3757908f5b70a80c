package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers that know docs/backup.md and nothing of the library. */
class ArchiveFormatTest {

  private static final Path DOCUMENT = Path.of("../docs/backup.md");

  @TempDir private Path folder;

  private List<User> users;

  private Path archive() throws Exception {
    Path archive = folder.resolve("tasks.zip");
    try (TckDatabase database = Engine.SQLITE.filled(folder, 20);
        TaskStore store = Engine.store(database)) {
      SampleTasks.backUp(store, archive);
      try (Stream<User> all = store.users().stream()) {
        users = all.toList();
      }
    }
    return archive;
  }

  @Test
  void anArchiveIsReadWithAZipLibraryAndTheDocument() throws Exception {
    Path archive = archive();
    byte[] bytes = Files.readAllBytes(archive);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      int before = bytes.length - zip.getComment().length();
      assertThat(zip.getComment())
          .isEqualTo("TaskStore archive sha256=" + sha256(Arrays.copyOf(bytes, before)));
      Map<String, Object> manifest = JSON.std.mapFrom(read(zip, "manifest.json"));
      assertThat(manifest)
          .containsEntry("format", "taskstore-archive")
          .containsEntry("formatVersion", 1)
          .containsEntry("createdAt", "2026-01-31T12:00:00Z")
          .containsEntry("dialect", "sqlite");
      List<?> tables = (List<?>) manifest.get("tables");
      assertThat(tables.stream().map(table -> (String) ((Map<?, ?>) table).get("name")))
          .containsExactly("tags", "taskstore_audit", "users", "tasks", "task_shares", "task_tags");
      for (Object entry : tables) {
        Map<?, ?> table = (Map<?, ?>) entry;
        byte[] rows =
            new GZIPInputStream(new ByteArrayInputStream(read(zip, (String) table.get("file"))))
                .readAllBytes();
        assertThat(sha256(rows)).isEqualTo(table.get("sha256"));
        if (table.get("name").equals("users")) {
          assertThat(usernames(rows)).isEqualTo(users.stream().map(User::username).toList());
        }
      }
      assertThat(zip.stream().map(ZipEntry::getName))
          .startsWith("manifest.json")
          .hasSize(1 + tables.size());
    }
  }

  private static byte[] read(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** The columns of users: id, username, email, password_hash, created_at, updated_at, version. */
  private static List<String> usernames(byte[] rows) throws IOException {
    List<String> usernames = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(rows))) {
      while (in.available() > 0) {
        assertThat(in.readByte()).isOne();
        in.skipNBytes(16);
        usernames.add(text(in));
        text(in);
        text(in);
        for (int i = 0; i < 3; i++) {
          assertThat(in.readByte()).isOne();
          in.readLong();
        }
      }
    }
    return usernames;
  }

  private static String text(DataInputStream in) throws IOException {
    assertThat(in.readByte()).isOne();
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static boolean hasPython() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "python3")));
  }

  /** The build requires no Python; the reader of this class checks the same format without it. */
  @Test
  void theProgramOfTheDocumentPrintsTheRows() throws Exception {
    assumeTrue(hasPython(), "python3 is not installed");
    Path archive = archive();
    Matcher program =
        Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
    assertThat(program.find()).isTrue();
    assertThat(program.group(1).lines()).hasSizeLessThanOrEqualTo(35);
    Path script = Files.writeString(folder.resolve("read.py"), program.group(1));
    Process python =
        new ProcessBuilder("python3", script.toString(), archive.toString(), "users")
            .redirectErrorStream(true)
            .start();
    String output = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).as(output).isZero();
    assertThat(output.lines()).hasSize(users.size());
    for (User user : users) {
      assertThat(output).contains(user.id().toString(), user.username(), user.email());
    }
  }
}
