package dev.taskstore.codegen;

import dev.taskstore.codegen.generation.RepositoryGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures the generator for changelogs of different sizes: from the databases, from the snapshot,
 * and with nothing to do. A table has six changesets: it is created, and changed five times. The
 * first line warms up the virtual machine and starts the server.
 */
final class GeneratorTimes {

  private static final int CHANGES = 6;

  private GeneratorTimes() {}

  public static void main(String[] arguments) throws IOException {
    int[] sizes =
        arguments.length == 0
            ? new int[] {15, 400, 1000}
            : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    measure(1);
    for (int size : sizes) {
      measure(size);
    }
    System.exit(0);
  }

  private static void measure(int changeSets) throws IOException {
    Path directory = Files.createTempDirectory("taskstore-generator");
    try {
      Path resources = Files.createDirectory(directory.resolve("resources"));
      Path changelog = resources.resolve("log.sql");
      Files.writeString(changelog, changelog(changeSets));
      GeneratorConfiguration configuration =
          GeneratorConfiguration.forChangelog("log.sql")
              .resources(List.of(resources))
              .output(directory.resolve("output"))
              .build();
      long first = generate(configuration);
      long unchanged = generate(configuration);
      delete(directory.resolve("output"));
      long fromSnapshot = generate(configuration);
      System.out.println(
          String.format(
              Locale.ROOT,
              "| %d | %d ms | %d ms | %d ms |",
              changeSets,
              first,
              fromSnapshot,
              unchanged));
    } finally {
      delete(directory);
    }
  }

  private static long generate(GeneratorConfiguration configuration) {
    long start = System.nanoTime();
    new RepositoryGenerator().generate(configuration);
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static String changelog(int changeSets) {
    StringBuilder sql = new StringBuilder("--liquibase formatted sql\n");
    for (int i = 0; i < changeSets; i++) {
      String table = "table" + i / CHANGES;
      sql.append("\n--changeset ann:").append(i).append('\n');
      sql.append(
          i % CHANGES == 0
              ? "CREATE TABLE "
                  + table
                  + " (id uuid NOT NULL, name varchar NOT NULL, CONSTRAINT pk_"
                  + table
                  + " PRIMARY KEY (id));\n"
              : "ALTER TABLE " + table + " ADD COLUMN column" + i % CHANGES + " bigint;\n");
    }
    return sql.toString();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
