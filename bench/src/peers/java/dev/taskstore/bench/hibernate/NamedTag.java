package dev.taskstore.bench.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A tag, of which only the name is looked at. */
@Entity
@Immutable
@Table(name = "tags")
public class NamedTag {

  @Id private UUID id;

  private String name;

  /** For Hibernate. */
  protected NamedTag() {}

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }
}
