package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionTest {

  private static final Passphrase PASSPHRASE = Passphrase.of("päßword 🔑".toCharArray());

  @TempDir private Path folder;
  private Path archive;
  private ArchiveManifest manifest;
  private final List<String> seenInTemporaryFiles = new ArrayList<>();

  @BeforeEach
  void writeAnArchive() throws Exception {
    archive = folder.resolve("tasks.zip.enc");
    try (TckDatabase database = Engine.SQLITE.filled(folder, 3_000);
        TaskStore store = Engine.store(database)) {
      manifest =
          SampleTasks.backup(store)
              .passphrase(PASSPHRASE)
              .iterations(1_000)
              .progress((rows, total) -> noteTemporaryFiles())
              .writeTo(archive);
    }
  }

  private void noteTemporaryFiles() {
    try (Stream<Path> files = Files.walk(folder.resolve(".tasks.zip.enc.partial"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] first = new byte[2];
        try (var in = Files.newInputStream(file)) {
          if (in.readNBytes(first, 0, 2) == 2) {
            seenInTemporaryFiles.add(new String(first, StandardCharsets.ISO_8859_1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anEncryptedArchiveIsReadWithItsPassphrase() throws Exception {
    assertThat(Archives.verify(archive, PASSPHRASE, Progress.NONE)).isEqualTo(manifest);
    assertThat(Archives.inspect(archive, PASSPHRASE)).isEqualTo(manifest);
    try (TckDatabase target = Engine.SQLITE.create(folder);
        TaskStore store = Engine.unmigrated(target)) {
      Restore.into(store.database()).passphrase(PASSPHRASE).from(archive);
      assertThat(store.tasks().count()).isEqualTo(9_000);
    }
  }

  @Test
  void noFileContainsWhatIsEncrypted() throws Exception {
    String text = Files.readString(archive, StandardCharsets.ISO_8859_1);
    assertThat(text)
        .startsWith("TaskStore encrypted archive 1\n")
        .doesNotContain("manifest", "PK\u0003\u0004");
    String gzip = "\u001f\u008b";
    assertThat(seenInTemporaryFiles).isNotEmpty().doesNotContain(gzip);
  }

  @Test
  void aWrongPassphraseIsRefusedBeforeAnythingIsTouched() throws Exception {
    Passphrase wrong = Passphrase.of("wrong".toCharArray());
    assertThatThrownBy(() -> Archives.verify(archive, wrong, Progress.NONE))
        .isInstanceOf(ArchivePassphraseException.class)
        .hasMessageStartingWith("The passphrase is wrong");
    assertThatThrownBy(() -> Archives.inspect(archive, null))
        .isInstanceOf(ArchivePassphraseException.class)
        .hasMessageContaining("is encrypted");
    try (TckDatabase target = Engine.SQLITE.create(folder);
        TaskStore store = Engine.unmigrated(target)) {
      assertThatThrownBy(() -> Restore.into(store.database()).passphrase(wrong).from(archive))
          .isInstanceOf(ArchivePassphraseException.class);
      assertThat(store.dsl().<Set<String>>connectionResult(LiveTables::names)).isEmpty();
    }
  }

  @Test
  void aPassphraseComesFromAVariableOrAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("passphrase"), "päßword 🔑\nsecond line\n");
    assertThat(Archives.inspect(archive, Passphrase.ofFile(file))).isEqualTo(manifest);
    assertThat(
            Archives.inspect(
                archive, Passphrase.ofEnvironment(Map.of("SECRET", "päßword 🔑"), "SECRET")))
        .isEqualTo(manifest);
    assertThat(PASSPHRASE).hasToString("Passphrase");
    assertThatThrownBy(() -> Passphrase.ofEnvironment(Map.of(), "SECRET"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("SECRET");
    Path empty = Files.createFile(folder.resolve("empty"));
    assertThatThrownBy(() -> Passphrase.ofFile(empty)).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> Passphrase.ofFile(folder.resolve("missing")))
        .isInstanceOf(ArchiveFileException.class);
  }
}
