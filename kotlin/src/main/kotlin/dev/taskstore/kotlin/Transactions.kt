package dev.taskstore.kotlin

import dev.taskstore.db.Session
import dev.taskstore.db.Transaction
import dev.taskstore.db.TransactionOptions

/**
 * Runs a block in a transaction of a database or scope, and returns its result. In an active transaction, the block runs in a
 * nested transaction, which is a savepoint.
 *
 * Like [Session.transactionResult], without type arguments. After a transient failure the block runs again, so it should have no
 * side effects outside the database.
 *
 * @param options the options of the transaction
 * @param block the block; its transaction must not be used after the block has returned or by other threads
 * @return the result of the block, possibly null
 * @throws dev.taskstore.db.exception.DatabaseException if the transaction fails; see [Session.transactionResult]
 * @throws Throwable if the block throws it, of any type; the transaction is then rolled back
 */
public fun <T> Session.inTransaction(
    options: TransactionOptions = TransactionOptions.defaults(),
    block: (Transaction) -> T,
): T = transactionResult<T, RuntimeException>(options) { transaction -> block(transaction) }
