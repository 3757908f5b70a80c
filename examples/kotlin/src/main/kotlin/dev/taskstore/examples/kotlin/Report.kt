package dev.taskstore.examples.kotlin

import dev.taskstore.NewTask
import dev.taskstore.NewUser
import dev.taskstore.PasswordHash
import dev.taskstore.Task
import dev.taskstore.TaskPriority
import dev.taskstore.TaskStatus
import dev.taskstore.TaskStore
import dev.taskstore.User
import dev.taskstore.db.PageRequest
import dev.taskstore.kotlin.inTransaction
import dev.taskstore.schema.Tables.TASKS

/** Returns a task as one line. `description` is a `String?`, so this does not compile without `?.`. */
fun Task.line(): String = title + description?.let { " ($it)" }.orEmpty()

/** Returns the tasks of a user, newest first, as one line each. */
fun TaskStore.report(user: User): List<String> = tasks().findByUser(user.id, PageRequest.first(50)).items.map { it.line() }

// tag::transaction[]
/** Completes the tasks with a title, and returns the last one that was open; null if there is none. */
fun TaskStore.completeAll(title: String): Task? =
    inTransaction { tx ->
        tx.tasks().where(TASKS.TITLE.eq(title).and(TASKS.STATUS.ne(TaskStatus.COMPLETED))).list()
            .map { tx.tasks().complete(it.id) }
            .lastOrNull()
    }
// end::transaction[]

fun main() {
    TaskStore.open("jdbc:sqlite::memory:").use { store ->
        val ada = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()))
        store.tasks().insert(NewTask.of(ada.id, "Ship 1.0").priority(TaskPriority.HIGH))
        store.tasks().insert(NewTask.of(ada.id, "Water the plants").description("Twice a week"))
        store.report(ada).forEach(::println)
    }
}
