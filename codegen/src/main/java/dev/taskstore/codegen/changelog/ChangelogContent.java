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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import liquibase.resource.Resource;

/**
 * Computes digests of changelog files that are the same on every platform: CR LF counts as LF, as
 * Git may convert one to the other. Stateless and thread-safe.
 *
 * @param directories the directories of the changelog, in the order of the search
 * @param classPath the directories and jar files of included files that no directory contains
 */
public record ChangelogContent(List<Path> directories, List<Path> classPath) {

  /** The end of the names of snapshots, which are not part of a changelog. */
  public static final String SNAPSHOT_SUFFIX = ".schema";

  /** Copies the lists. */
  public ChangelogContent {
    directories = List.copyOf(directories);
    classPath = List.copyOf(classPath);
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
      for (Path place : places()) {
        Optional<byte[]> content =
            Files.isDirectory(place) ? inFolder(place, path) : inJar(place, path);
        if (content.isPresent()) {
          return Optional.of(digest(content.get()));
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
      for (Path place : places()) {
        names.addAll(
            Files.isDirectory(place)
                ? namesInFolder(place.resolve(path))
                : namesInJar(place, path));
      }
    } catch (IOException e) {
      throw new GenerationException("The folder " + path + " cannot be listed: " + e, e);
    }
    names.removeIf(name -> name.endsWith(SNAPSHOT_SUFFIX));
    names.sort(Comparator.naturalOrder());
    return digest(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> places() {
    return Stream.concat(directories.stream(), classPath.stream()).toList();
  }

  private static Optional<byte[]> inFolder(Path folder, String path) throws IOException {
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private static Optional<byte[]> inJar(Path jar, String path) throws IOException {
    if (!Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(path);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream content = zip.getInputStream(entry)) {
        return Optional.of(content.readAllBytes());
      }
    }
  }

  private static List<String> namesInFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private static List<String> namesInJar(Path jar, String folder) throws IOException {
    if (!Files.isRegularFile(jar)) {
      return List.of();
    }
    String start = folder.endsWith("/") ? folder : folder + "/";
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(start))
          .map(entry -> entry.getName().substring(start.length()))
          .toList();
    }
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
