package dev.taskstore.bench.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A user with its name only. */
@Entity
@Immutable
@Table(name = "users")
public class NamedUser {

  @Id private UUID id;

  private String username;

  /** Used by Hibernate. */
  protected NamedUser() {}

  UUID id() {
    return id;
  }

  String username() {
    return username;
  }
}
