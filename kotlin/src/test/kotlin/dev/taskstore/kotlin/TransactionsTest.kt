package dev.taskstore.kotlin

import dev.taskstore.NewTask
import dev.taskstore.NewUser
import dev.taskstore.PasswordHash
import dev.taskstore.TaskRepository
import dev.taskstore.TaskStatus
import dev.taskstore.TaskStore
import dev.taskstore.UserRepository
import dev.taskstore.db.TransactionOptions
import dev.taskstore.db.exception.ReadOnlyTransactionException
import dev.taskstore.db.exception.UniqueViolationException
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import java.io.IOException
import kotlin.jvm.optionals.getOrNull
import kotlin.reflect.KType
import kotlin.reflect.typeOf

class TransactionsTest {
    private val store = TaskStore.open("jdbc:sqlite::memory:")
    private val ada = store.users().insert(newUser("ada"))

    @AfterEach
    fun close() = store.close()

    private fun newUser(name: String) = NewUser.of(name, "$name@example.com", PasswordHash.locked())

    private inline fun <reified T> typeOfValue(@Suppress("UNUSED_PARAMETER") value: T): KType = typeOf<T>()

    @Test
    fun theResultHasTheTypeOfTheBlock() {
        val task = store.inTransaction { tx -> tx.tasks().insert(NewTask.of(ada.id, "Ship 1.0")) }
        val done = store.inTransaction { tx -> tx.tasks().complete(task.id) }

        assertThat(done.status).isEqualTo(TaskStatus.COMPLETED)
        assertThat(store.tasks().getById(task.id)).isEqualTo(done)
    }

    @Test
    fun theResultMayBeNullAndItsTypeShowsIt() {
        val nobody = store.inTransaction { tx -> tx.users().findByUsername("bob").getOrNull() }
        val count = store.inTransaction { tx -> tx.users().count() }

        assertThat(nobody).isNull()
        assertThat(typeOfValue(nobody).isMarkedNullable).isTrue()
        assertThat(typeOfValue(count)).isEqualTo(typeOf<Long>())
    }

    @Test
    fun aBlockWithoutAResultReturnsUnit() {
        val nothing = store.inTransaction { tx -> tx.users().insert(newUser("bob")); Unit }

        assertThat(typeOfValue(nothing)).isEqualTo(typeOf<Unit>())
        assertThat(store.users().count()).isEqualTo(2)
    }

    @Test
    fun anyExceptionOfTheBlockRollsBackAndIsThrownUnchanged() {
        for (failure in listOf(IOException("no disk"), IllegalStateException("no reason"), AssertionError("no"))) {
            assertThatThrownBy {
                store.inTransaction<Unit> { tx ->
                    tx.users().insert(newUser("bob"))
                    throw failure
                }
            }.isSameAs(failure)

            assertThat(store.users().findByUsername("bob")).isEmpty()
        }
    }

    @Test
    fun aNestedTransactionIsASavepoint() {
        store.inTransaction { tx ->
            tx.users().insert(newUser("bob"))
            assertThatThrownBy { tx.inTransaction { inner -> inner.users().insert(newUser("ada")) } }
                .isInstanceOf(UniqueViolationException::class.java)
        }

        assertThat(store.users().count()).isEqualTo(2)
    }

    @Test
    fun optionsApply() {
        val readOnly = TransactionOptions.defaults().readOnly()

        assertThat(store.inTransaction(readOnly) { tx -> tx.users().count() }).isEqualTo(1)
        assertThatThrownBy { store.inTransaction(readOnly) { tx -> tx.users().insert(newUser("bob")) } }
            .isInstanceOf(ReadOnlyTransactionException::class.java)
    }

    @Test
    fun databasesAndScopesHaveTheSameFunction() {
        val users = store.database().inTransaction { tx -> UserRepository(tx).count() }
        val mine = store.scopedTo(ada.id).inTransaction { tx -> tx.tasks().insert(NewTask.of(ada.id, "Mine")) }
        val nested = store.database().inTransaction { tx -> tx.inTransaction { inner -> TaskRepository(inner).count() } }

        assertThat(users).isEqualTo(1)
        assertThat(mine.userId).isEqualTo(ada.id)
        assertThat(nested).isEqualTo(1)
    }
}
