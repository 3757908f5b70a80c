package dev.taskstore.bench.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

/** A task with its tags, which one query loads for all tasks of a page. */
@Entity
@Table(name = "tasks")
public class TaggedTask extends TaskState {

  @ManyToMany
  @JoinTable(
      name = "task_tags",
      joinColumns = @JoinColumn(name = "task_id"),
      inverseJoinColumns = @JoinColumn(name = "tag_id"))
  @OrderBy("name")
  @BatchSize(size = 50)
  private List<PlainTag> tags = new ArrayList<>();

  /** Used by Hibernate. */
  protected TaggedTask() {}

  List<PlainTag> tags() {
    return List.copyOf(tags);
  }
}
