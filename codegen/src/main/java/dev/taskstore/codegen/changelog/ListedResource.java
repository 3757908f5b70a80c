package dev.taskstore.codegen.changelog;

import dev.taskstore.changelog.ChangelogCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import liquibase.resource.AbstractResource;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;

/** A resource that is listed when it is read: Liquibase opens siblings without its accessor. */
final class ListedResource extends AbstractResource {

  private final Resource resource;
  private final ReadFiles readFiles;

  ListedResource(Resource resource, ReadFiles readFiles) {
    super(resource.getPath(), resource.getUri());
    this.resource = resource;
    this.readFiles = readFiles;
  }

  @Override
  public InputStream openInputStream() throws IOException {
    readFiles.file(ChangelogCheck.normalize(resource.getPath()));
    return resource.openInputStream();
  }

  @Override
  public boolean isWritable() {
    return resource.isWritable();
  }

  @Override
  public boolean exists() {
    return resource.exists();
  }

  @Override
  public Resource resolve(String other) {
    return new ListedResource(resource.resolve(other), readFiles);
  }

  @Override
  public Resource resolveSibling(String other) {
    return new ListedResource(resource.resolveSibling(other), readFiles);
  }

  @Override
  public OutputStream openOutputStream(OpenOptions options) throws IOException {
    return resource.openOutputStream(options);
  }
}
