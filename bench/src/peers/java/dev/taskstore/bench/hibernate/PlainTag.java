package dev.taskstore.bench.hibernate;

import dev.taskstore.bench.TagRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code tags}. */
@Entity
@Immutable
@Table(name = "tags")
public class PlainTag {

  @Id private UUID id;

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  private long version;

  /** Used by Hibernate. */
  protected PlainTag() {}

  TagRow row() {
    return new TagRow(id, name, createdAt, updatedAt, version);
  }
}
