package dev.taskstore.bench.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A tag, of which only the name is looked at. */
@Entity
@Table(name = "tags")
public class NamedTag {

  @Id private UUID id;

  private String name;

  /** For Ebean. */
  protected NamedTag() {}

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }
}
