package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import liquibase.resource.Resource;

/**
 * Computes digests of changelog files that are the same on every platform: CR LF counts as LF, as
 * Git may convert one to the other. Stateless and thread-safe.
 *
 * @param directories the directories of the changelog, in the order of the search
 */
public record ChangelogContent(List<Path> directories) {

  /** The end of the names of snapshots, which are not part of a changelog. */
  public static final String SNAPSHOT_SUFFIX = ".schema";

  /** Copies the list. */
  public ChangelogContent {
    directories = List.copyOf(directories);
  }

  /**
   * Returns the digest of a file.
   *
   * @param path the path in one of the directories, or that of a file of storage types
   * @return a SHA-256 in hexadecimal, or empty if there is no such file
   * @throws GenerationException if the file cannot be read
   */
  public Optional<String> file(String path) {
    try {
      for (Path directory : directories) {
        Path file = directory.resolve(path);
        if (Files.isRegularFile(file)) {
          return Optional.of(digest(Files.readAllBytes(file)));
        }
      }
      List<Resource> types = ClassPathFolder.storageTypes().getAll(path);
      if (types.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream content = types.get(0).openInputStream()) {
        return Optional.of(digest(content.readAllBytes()));
      }
    } catch (IOException e) {
      throw new GenerationException("The changelog file " + path + " cannot be read: " + e, e);
    }
  }

  /**
   * Returns the digest of the names in a folder.
   *
   * @param path the path in the directories
   * @return a SHA-256 in hexadecimal of the names of all files below the folder
   * @throws GenerationException if the folder cannot be listed
   */
  public String folder(String path) {
    List<String> names = new ArrayList<>();
    try {
      for (Path directory : directories) {
        Path folder = directory.resolve(path);
        if (Files.isDirectory(folder)) {
          try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .filter(name -> !name.endsWith(SNAPSHOT_SUFFIX))
                .forEach(names::add);
          }
        }
      }
    } catch (IOException e) {
      throw new GenerationException("The folder " + path + " cannot be listed: " + e, e);
    }
    names.sort(Comparator.naturalOrder());
    return digest(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      int from = 0;
      for (int i = 0; i + 1 < content.length; i++) {
        if (content[i] == '\r' && content[i + 1] == '\n') {
          sha256.update(content, from, i - from);
          from = i + 1;
        }
      }
      sha256.update(content, from, content.length - from);
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
