package dev.taskstore.bench.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A task with its tags, separate from the plain task, so that other queries do not load tags. */
@Entity
@Table(name = "tasks")
public class TaggedTask extends TaskState {

  @ManyToMany
  @JoinTable(
      name = "task_tags",
      joinColumns = @JoinColumn(name = "task_id"),
      inverseJoinColumns = @JoinColumn(name = "tag_id"))
  @OrderBy("name")
  private List<PlainTag> tags = new ArrayList<>();

  /** Used by Ebean. */
  protected TaggedTask() {}

  List<PlainTag> tags() {
    return List.copyOf(tags);
  }
}
