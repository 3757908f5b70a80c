package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that a disk, a network or a person has changed. */
class CorruptArchiveTest {

  private static final int CORRUPTIONS = 100;
  private static final long SEED = Long.getLong("taskstore.backup.seed", 20260131);
  private static final Passphrase PASSPHRASE = Passphrase.of("correct horse".toCharArray());

  @TempDir private static Path shared;
  private static Path plain;

  @TempDir private Path folder;

  @BeforeAll
  static void writeAnArchive() throws Exception {
    plain = shared.resolve("tasks.zip");
    try (TckDatabase database = Engine.SQLITE.create(shared);
        TaskStore store = Engine.store(database)) {
      SampleTasks.insert(store, 60);
      SampleTasks.backUp(store, plain);
    }
  }

  private static byte[] corrupted(byte[] archive, Random random) {
    byte[] changed = archive.clone();
    int at = random.nextInt(changed.length);
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(changed, at);
      }
      case 1 -> Arrays.fill(changed, at, Math.min(changed.length, at + 512), (byte) ~changed[at]);
      case 2 -> {
        return Arrays.copyOf(changed, changed.length + 1 + random.nextInt(100));
      }
      default -> changed[at] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private void assertRefused(byte[] archive, @Nullable Passphrase passphrase, String description)
      throws IOException {
    Path file = Files.write(folder.resolve("corrupted"), archive);
    Throwable failure = catchThrowable(() -> Archives.verify(file, passphrase, Progress.NONE));
    assertThat(failure)
        .as(description)
        .isInstanceOfAny(ArchiveDamagedException.class, ArchivePassphraseException.class);
    assertThat(catchThrowable(() -> Archives.inspect(file, passphrase)))
        .as(description)
        .hasSameClassAs(failure);
  }

  @Test
  void everyCorruptionIsFound() throws IOException {
    Random random = new Random(SEED);
    byte[] archive = Files.readAllBytes(plain);
    for (int i = 0; i < CORRUPTIONS; i++) {
      assertRefused(corrupted(archive, random), null, "Corruption " + i + " of seed " + SEED);
    }
  }

  /** Among them are the lengths, times and offsets that a zip library does not check. */
  @Test
  void everyByteOfTheZipFilesOwnStructureCounts() throws IOException {
    byte[] archive = Files.readAllBytes(plain);
    int firstEntry = 64;
    for (int at = 0; at < firstEntry; at++) {
      assertFlipRefused(archive, at);
    }
    for (int at = archive.length - 400; at < archive.length; at++) {
      assertFlipRefused(archive, at);
    }
  }

  /** One bit of each byte: which one, depends on its place. */
  private void assertFlipRefused(byte[] archive, int at) throws IOException {
    int bit = at % Byte.SIZE;
    byte[] flipped = archive.clone();
    flipped[at] ^= (byte) (1 << bit);
    assertRefused(flipped, null, "Bit " + bit + " of byte " + at);
  }

  @Test
  void everyCorruptionOfAnEncryptedArchiveIsFound() throws Exception {
    Path encrypted = folder.resolve("tasks.zip.enc");
    try (TckDatabase database = Engine.SQLITE.filled(folder, 5);
        TaskStore store = Engine.store(database)) {
      SampleTasks.backup(store).passphrase(PASSPHRASE).iterations(10).writeTo(encrypted);
    }
    byte[] archive = Files.readAllBytes(encrypted);
    Archives.verify(encrypted, PASSPHRASE, Progress.NONE);
    Random random = new Random(SEED);
    for (int i = 0; i < CORRUPTIONS; i++) {
      assertRefused(corrupted(archive, random), PASSPHRASE, "Corruption " + i + " of seed " + SEED);
    }
    for (int at = 0; at < ArchiveFormat.ENCRYPTED.length + Encryption.HEADER_BYTES + 40; at++) {
      byte[] flipped = archive.clone();
      flipped[at] ^= 1;
      assertRefused(flipped, PASSPHRASE, "Byte " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "P", "not an archive", "PK\u0003\u0004", "TaskStore encrypted archive 1\n"})
  void otherFilesAreRefused(String contents) throws IOException {
    Path file = Files.writeString(folder.resolve("other"), contents);

    assertThatThrownBy(() -> Archives.verify(file, PASSPHRASE, Progress.NONE))
        .isInstanceOf(ArchiveDamagedException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aMissingFileIsReported() {
    Path file = folder.resolve("missing.zip");

    assertThatThrownBy(() -> Archives.verify(file, null, Progress.NONE))
        .isInstanceOf(ArchiveFileException.class)
        .hasMessage(
            file + " cannot be read: no such file or folder. Check the file and its permissions.");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aCorruptedArchiveLeavesTheDatabaseAsItIs(Engine engine) throws Exception {
    Random random = new Random(SEED);
    byte[] archive = Files.readAllBytes(plain);
    try (TckDatabase target = engine.create(folder);
        TaskStore store = Engine.unmigrated(target)) {
      for (int i = 0; i < 10; i++) {
        Path file = Files.write(folder.resolve("corrupted"), corrupted(archive, random));
        assertThatThrownBy(() -> Restore.into(store.database()).from(file))
            .as("Corruption " + i + " of seed " + SEED)
            .isInstanceOf(ArchiveDamagedException.class);
      }
      assertThat(store.dsl().<Set<String>>connectionResult(LiveTables::names)).isEmpty();
      assertThat(RoundTripTest.mark(store)).isFalse();
    }
  }
}
