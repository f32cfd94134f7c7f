# SPDX-License-Identifier: EUPL-1.2
# review: machine

crisis-button = 🆘 Ajuda agora
crisis-title =
    Você está em perigo agora? Ligue para o { $n112 }.
    É grátis. Falam muitas línguas. Funciona mesmo sem crédito.
crisis-ask = O que está acontecendo? Toque em um botão.

crisis-topic-danger = ⚠️ Perigo agora
crisis-topic-violence = 🛑 Alguém me machuca
crisis-topic-child = 🧒 Criança em perigo
crisis-topic-alone-minor = 🎒 Menor sem família
crisis-topic-forced = 🔒 Alguém me obriga
crisis-topic-despair = 🌧️ Não aguento mais
crisis-topic-ill = 🚑 Estou muito mal
crisis-topic-shelter = 🛏️ Não tenho onde dormir

crisis-card-danger =
    Ligue já para o { $n112 }. É grátis, dia e noite.
    Falam muitas línguas. Funciona mesmo sem crédito.
    Diga onde está: cidade, rua, uma loja perto.
    Não pode falar? Use o aplicativo { $n112 } Where ARE U: dá para pedir ajuda em silêncio.
crisis-card-violence =
    Você está em perigo agora? Ligue para o { $n112 }.
    Alguém machuca você? Tem medo de alguém? Querem que você se case contra a sua vontade? A culpa não é sua.
    Ligue para o { $n1522 }: grátis, secreto, dia e noite. Também por chat: www.1522.eu
    Atendem também em português.
    Tem menos de 18 anos? Também pode ligar para o { $n114 }.
    Se puder, use um telefone que ninguém vigia.
crisis-card-child =
    Uma criança está em perigo agora? Ligue para o { $n112 }.
    O { $n114 } ajuda crianças e adultos: grátis, dia e noite, em muitas línguas.
    Você tem menos de 18 anos? Também pode ligar para o { $n19696 }. A culpa não é sua.
    Não escreva aqui o nome da criança. Não mande fotos.
crisis-card-alone-minor =
    Você está em perigo agora? Ligue para o { $n112 }.
    Você tem menos de 18 anos e a sua família não está aqui? Na Itália você tem direito a proteção, a uma casa e à escola. Mesmo sem documentos.
    O { $n114 } ajuda você: grátis, dia e noite, em muitas línguas.
    Você não precisa contar como foi a viagem.
crisis-card-forced =
    Você está em perigo agora? Ligue para o { $n112 }.
    Alguém obriga você a trabalhar, a fazer sexo ou a pedir esmola? Ficou com os seus documentos? A culpa não é sua.
    { $n800290290 }: grátis, anônimo, dia e noite, em muitas línguas.
    Para problemas de trabalho: { $n800939000 }, de segunda a sexta-feira, 9:30–18:00.
    Se o número não funcionar, use outro telefone ou ligue para o { $n112 }.
crisis-card-despair =
    Ligue agora para o { $n112 }. Existe ajuda para você.
    Atendem dia e noite, em muitas línguas.
    Com ajuda, a dor pode ficar menos forte.
    Se puder, fique perto de uma pessoa de confiança.
    Deixe as coisas perigosas longe de você.
crisis-card-ill =
    Você está muito mal ou respira mal? Ligue já para o { $n112 }.
    Diga onde está. Uma ambulância pode vir.
    Não é grave, mas precisa de médico à noite ou em feriado? Ligue para o { $n116117 }.
    Aqui não podemos dar conselhos médicos.
crisis-card-shelter =
    Você está em perigo? Está mal por causa do frio? Ligue para o { $n112 }.
    Não tem onde dormir? Não tem o que comer hoje? Pergunte hoje no balcão de ajuda (sportello).
    O balcão procura ajuda com você. Não pode prometer uma cama.
    Tem crianças com você? Diga logo.
crisis-more =
    Outros números grátis. Atendem de dia, de segunda a sexta-feira.
    { $n800901010 } UNAR: se alguém trata você mal por causa da sua origem.
    { $narci } ARCI: para quem pede asilo e para refugiados.
    Em perigo ligue sempre para o { $n112 }.

crisis-nobody-reads = Agora ninguém lê este chat. O { $n112 }, o { $n1522 } e o { $n114 } atendem dia e noite.
crisis-someone-reads = Também pode escrever aqui. Uma pessoa vai ler.
crisis-exit-button = ✖️ Limpar a tela
crisis-exit-hint = /x apaga as mensagens recentes. Para tirar a conversa toda: mantenha o dedo sobre ela na lista e escolha “Apagar”.
crisis-neutral =
    Palavras italianas de hoje:
    il libro = o livro
    la finestra = a janela
    la mela = a maçã
crisis-noticed = Se você está em perigo, estes números ajudam agora. Eu continuo com o seu pedido.
crisis-other-language-button = 🌐 Outra língua
crisis-back-button = ◀ Voltar
crisis-menu-button = 🏠 Menu principal
