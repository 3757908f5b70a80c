package dev.taskstore.codegen.changelog;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import liquibase.resource.AbstractPathResourceAccessor;
import liquibase.resource.PathResource;
import liquibase.resource.Resource;

/**
 * The files of a jar. Liquibase's own class keeps jars open for the life of the virtual machine,
 * and then reads a jar that was replaced with the directory of the old one.
 */
final class JarResources extends AbstractPathResourceAccessor {

  private final Path jar;
  private final FileSystem files;

  JarResources(Path jar) throws IOException {
    this.jar = jar;
    this.files = FileSystems.newFileSystem(jar, (ClassLoader) null);
  }

  @Override
  protected Path getRootPath() {
    return files.getPath("/");
  }

  @Override
  protected Resource createResource(Path file, String path) {
    return new PathResource(path, file);
  }

  @Override
  public List<String> describeLocations() {
    return List.of(jar.toString());
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
