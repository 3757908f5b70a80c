package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

  /** A Thursday. */
  private static final Instant NOW = Instant.parse("2026-12-31T12:00:00Z");

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path folder;

  private Path archive(Instant time, ArchiveName.Kind kind) throws IOException {
    byte[] signature =
        switch (kind) {
          case PLAIN -> ArchiveFormat.ZIP;
          case ENCRYPTED -> ArchiveFormat.ENCRYPTED;
          case NATIVE -> "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        };
    return Files.write(
        folder.resolve(ArchiveName.of("taskstore", time, kind).toString()), signature);
  }

  private List<String> kept(String rules) {
    RetentionPlan plan = Retention.parse(rules, CLOCK).plan(folder, "taskstore");
    return plan.kept().stream().map(file -> file.getFileName().toString()).toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theNewestArchiveOfEachDayWeekAndMonthIsKept() throws IOException {
    for (int hours = 0; hours < 24 * 400; hours += 12) {
      archive(NOW.minus(Duration.ofHours(hours)), ArchiveName.Kind.PLAIN);
    }

    assertThat(kept("3d"))
        .containsExactly(
            "taskstore-20261231T120000Z.zip",
            "taskstore-20261230T120000Z.zip",
            "taskstore-20261229T120000Z.zip");
    // Weeks end on Sunday: 27 and 20 December.
    assertThat(kept("3w"))
        .containsExactly(
            "taskstore-20261231T120000Z.zip",
            "taskstore-20261227T120000Z.zip",
            "taskstore-20261220T120000Z.zip");
    assertThat(kept("2y"))
        .containsExactly("taskstore-20261231T120000Z.zip", "taskstore-20251231T120000Z.zip");
    assertThat(kept("7d,4w,12m")).hasSize(7 + 2 + 11);
    RetentionPlan plan = Retention.parse("7d,4w,12m", CLOCK).plan(folder, "taskstore");
    assertThat(files()).hasSize(800);
    plan.apply();
    assertThat(files()).hasSize(20);
    assertThat(kept("7d,4w,12m")).hasSize(20);
    plan.apply();
  }

  @Test
  void theNewestArchiveIsKeptHoweverOldItIs() throws IOException {
    archive(Instant.parse("2020-01-01T00:00:00Z"), ArchiveName.Kind.ENCRYPTED);
    archive(Instant.parse("2020-01-01T00:00:01Z"), ArchiveName.Kind.NATIVE);

    Retention.parse("1d", CLOCK).plan(folder, "taskstore").apply();

    assertThat(files()).containsExactly("taskstore-20200101T000001Z.db");
  }

  @Test
  void filesThatAreNoArchivesAreNeverDeleted() throws IOException {
    archive(NOW, ArchiveName.Kind.PLAIN);
    for (String name :
        List.of(
            "taskstore-20200101T000000Z.zip", // not the contents of an archive
            "taskstore-20200101T000000.zip",
            "taskstore-20201301T000000Z.zip",
            "taskstore-20200101T000000Z.zip.txt",
            "other-20200101T000000Z.zip",
            "notes.zip",
            "tasks.db")) {
      Files.writeString(folder.resolve(name), "not an archive");
    }
    Files.write(folder.resolve("other-20200102T000000Z.zip"), ArchiveFormat.ZIP);
    Files.createDirectory(folder.resolve("taskstore-20200103T000000Z.zip"));
    List<String> before = files();

    Retention.parse("1d", CLOCK).plan(folder, "taskstore").apply();

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void theNewestArchiveIsFoundByItsName() throws IOException {
    assertThat(Archives.newest(folder, "taskstore", CLOCK)).isEmpty();
    archive(NOW.minusSeconds(2), ArchiveName.Kind.PLAIN);
    Path newest = archive(NOW.minusSeconds(1), ArchiveName.Kind.ENCRYPTED);
    archive(NOW, ArchiveName.Kind.NATIVE);
    archive(NOW.plusSeconds(1), ArchiveName.Kind.PLAIN);
    Files.writeString(folder.resolve("taskstore-20261231T120000Z.zip"), "not an archive");

    assertThat(Archives.newest(folder, "taskstore", CLOCK)).contains(newest);
    assertThat(Archives.newest(folder, "other", CLOCK)).isEmpty();
    assertThatThrownBy(() -> Archives.newest(folder.resolve("missing"), "taskstore", CLOCK))
        .isInstanceOf(ArchiveFileException.class);
  }

  @Test
  void archivesOfTheFutureAreKeptAndDoNotCount() throws IOException {
    Path future = archive(NOW.plusSeconds(1), ArchiveName.Kind.PLAIN);
    Path newest = archive(NOW, ArchiveName.Kind.PLAIN);
    Path old = archive(NOW.minusSeconds(1), ArchiveName.Kind.PLAIN);

    RetentionPlan plan = Retention.parse("1d", CLOCK).plan(folder, "taskstore");
    plan.apply();

    assertThat(plan.kept()).containsExactly(newest);
    assertThat(plan.deleted()).containsExactly(old);
    assertThat(future).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "d", "0d", "-1d", "7d,", "7d,7d", "7x", "7d 4w", "99999d"})
  void malformedRulesAreRefused(String rules) {
    assertThatThrownBy(() -> Retention.parse(rules, CLOCK))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("7d,4w,12m");
  }

  @Test
  void aMissingFolderIsReported() {
    assertThatThrownBy(
            () -> Retention.parse("1d", CLOCK).plan(folder.resolve("missing"), "taskstore"))
        .isInstanceOf(ArchiveFileException.class)
        .hasMessageContaining("no such file or folder");
  }
}
