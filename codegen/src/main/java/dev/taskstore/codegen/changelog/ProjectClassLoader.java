package dev.taskstore.codegen.changelog;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The classes of a project that custom changes name. Liquibase's own classes and extensions are
 * those of the generator: a project can have another version of Liquibase on its class path, and
 * extensions would stay registered after this loader is closed.
 */
final class ProjectClassLoader extends URLClassLoader {

  private static final String SERVICES = "META-INF/services/";

  ProjectClassLoader(List<Path> classPath) {
    super(urls(classPath), ProjectClassLoader.class.getClassLoader());
  }

  private static URL[] urls(List<Path> classPath) {
    return classPath.stream()
        .filter(Files::exists)
        .map(ProjectClassLoader::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("The URI of a file is a URL.", e);
    }
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    return name.startsWith(SERVICES) ? Collections.emptyEnumeration() : super.findResources(name);
  }
}
